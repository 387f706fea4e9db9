import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocumentType } from '../../../../src/llm/answer/document-types';
import { documentTypes, type DocumentType } from '../../../../src/llm/draft';

describe('readDocumentType', () => {
  it.each(documentTypes)('readDocumentType recognises the name %s from the prompt', (type) => {
    expect(readDocumentType(type)).toBe(type);
  });

  it.each<[string, DocumentType]>([
    ['Purchase Order', 'purchase-order'],
    ['purchase_order', 'purchase-order'],
    ['PurchaseOrder', 'purchase-order'],
    ['CV', 'resume'],
    ['Résumé', 'resume'],
    ['résumé / CV', 'resume'],
    ['ＩＮＶＯＩＣＥ', 'invoice'],
    ['VAT invoice', 'invoice'],
    ['invoice (draft)', 'invoice'],
    ['Employment contract', 'contract'],
    ['lease agreement', 'contract'],
    ['Bank Statement', 'statement'],
    ['pay-slip', 'payslip'],
    ['meeting minutes', 'minutes'],
    ['court order', 'court'],
    ['official letter', 'court'],
    ['cover letter', 'letter'],
    ['contracts', 'contract'],
    ['application form', 'form'],
    ['研究论文', 'paper'],
    ['收据', 'receipt'],
    ['技术服务合同', 'contract'],
    ['增值税发票', 'invoice'],
    ['采购订单', 'purchase-order'],
    ['报价单', 'quotation'],
    ['工资条', 'payslip'],
    ['会议纪要', 'minutes'],
    ['简历', 'resume'],
    ['申请表', 'application'],
    ['民事判决书', 'court'],
    ['合同（草案）', 'contract'],
    ['其他', 'other'],
    ['recipe', 'other'],
    ['waybill', 'other'],
    ['', 'other'],
  ])('readDocumentType reads the name "%s" as %s', (name, type) => {
    expect(readDocumentType(name)).toBe(type);
  });

  it('readDocumentType returns a known type, whatever the answer contains', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (value) => {
        expect(documentTypes).toContain(readDocumentType(value));
      }),
    );
  });
});
