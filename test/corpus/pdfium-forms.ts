import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What PDFium finds on one page: texts of form fields, free-text annotations, and ticked boxes. */
export interface PageValues {
  /** The page number, from 1. */
  readonly page: number;
  readonly values: readonly string[];
  readonly ticked: number;
}

/** The functions of PDFium's form API that are used here. Pointers are numbers. */
interface FormModule {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: {
    readonly malloc: (size: number) => number;
    readonly free: (pointer: number) => void;
  };
  readonly _FORM_OnAfterLoadPage: (page: number, form: number) => void;
  readonly _FPDFPage_GetAnnotCount: (page: number) => number;
  readonly _FPDFPage_GetAnnot: (page: number, index: number) => number;
  readonly _FPDFPage_CloseAnnot: (annotation: number) => void;
  readonly _FPDFAnnot_GetSubtype: (annotation: number) => number;
  readonly _FPDFAnnot_GetFlags: (annotation: number) => number;
  readonly _FPDFAnnot_GetFormFieldType: (form: number, annotation: number) => number;
  readonly _FPDFAnnot_GetFormFieldFlags: (form: number, annotation: number) => number;
  readonly _FPDFAnnot_GetFormFieldValue: (
    form: number,
    annotation: number,
    buffer: number,
    size: number,
  ) => number;
  readonly _FPDFAnnot_GetStringValue: (
    annotation: number,
    key: number,
    buffer: number,
    size: number,
  ) => number;
  readonly _FPDFAnnot_IsChecked: (form: number, annotation: number) => number;
}

/** Constants of fpdf_annot.h and fpdf_formfill.h. */
const FREE_TEXT = 3;
const WIDGET = 20;
const CHECK_BOX = 2;
const RADIO_BUTTON = 3;
const COMBO_BOX = 4;
const LIST_BOX = 5;
const TEXT_FIELD = 6;
/** Flags of an annotation that is not shown: hidden, no view. */
const UNSEEN = 2 | 32;
/** Flag of a field for a password. */
const PASSWORD = 1 << 13;

let library: Promise<PDFiumLibrary> | undefined;

/**
 * Reads the form fields and the free-text annotations of every page.
 * @throws Error when PDFium cannot open the document.
 */
export async function pdfiumForms(pdf: Uint8Array, password?: string): Promise<readonly PageValues[]> {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  const document = await pdfium.loadDocument(pdf, password);
  try {
    const api = moduleOf(pdfium);
    const form = document.initializeFormFields();
    return Array.from(document.pages(), (page, index) =>
      valuesOf(api, form, numberOf(page, 'pageIdx'), index + 1),
    );
  } finally {
    document.destroy();
  }
}

function moduleOf(pdfium: PDFiumLibrary): FormModule {
  const found: unknown = Reflect.get(pdfium, 'module');
  if (!isFormModule(found)) throw new Error('This PDFium has no form API.');
  return found;
}

function isFormModule(value: unknown): value is FormModule {
  return typeof value === 'object' && value !== null && '_FPDFAnnot_GetFormFieldValue' in value;
}

function numberOf(page: object, key: string): number {
  const found: unknown = Reflect.get(page, key);
  if (typeof found !== 'number')
    throw new Error(`The member ${key} of PDFium’s page object is not a number.`);
  return found;
}

function valuesOf(api: FormModule, form: number, page: number, number: number): PageValues {
  const values: string[] = [];
  let ticked = 0;
  api._FORM_OnAfterLoadPage(page, form);
  for (let index = 0; index < api._FPDFPage_GetAnnotCount(page); index += 1) {
    const annotation = api._FPDFPage_GetAnnot(page, index);
    const subtype = api._FPDFAnnot_GetSubtype(annotation);
    if ((api._FPDFAnnot_GetFlags(annotation) & UNSEEN) === 0) {
      if (subtype === FREE_TEXT) values.push(contentsOf(api, annotation));
      else if (subtype === WIDGET) {
        const type = api._FPDFAnnot_GetFormFieldType(form, annotation);
        const isPassword = (api._FPDFAnnot_GetFormFieldFlags(form, annotation) & PASSWORD) !== 0;
        if (type === CHECK_BOX || type === RADIO_BUTTON) ticked += api._FPDFAnnot_IsChecked(form, annotation);
        else if ([COMBO_BOX, LIST_BOX, TEXT_FIELD].includes(type) && !isPassword) {
          values.push(
            text(api, (buffer, size) => api._FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size)),
          );
        }
      }
    }
    api._FPDFPage_CloseAnnot(annotation);
  }
  return { page: number, values: values.filter((value) => value.trim() !== ''), ticked };
}

function contentsOf(api: FormModule, annotation: number): string {
  const key = Buffer.from('Contents\0', 'latin1');
  const pointer = api.wasmExports.malloc(key.length);
  api.HEAPU8.set(key, pointer);
  const contents = text(api, (buffer, size) =>
    api._FPDFAnnot_GetStringValue(annotation, pointer, buffer, size),
  );
  api.wasmExports.free(pointer);
  return contents;
}

/**
 * Reads a string in UTF-16LE that ends with a zero.
 * @param fill writes the string into a buffer if the buffer is large enough, and always returns the size of
 * the string in bytes
 */
function text(api: FormModule, fill: (buffer: number, size: number) => number): string {
  const size = fill(0, 0);
  if (size <= 2) return '';
  const buffer = api.wasmExports.malloc(size);
  fill(buffer, size);
  const read = Buffer.from(api.HEAPU8.slice(buffer, buffer + size - 2)).toString('utf16le');
  api.wasmExports.free(buffer);
  return read;
}
