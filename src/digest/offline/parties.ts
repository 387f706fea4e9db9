/** Sources of patterns for who acts in a contract, in the document's own words. */

export const CHINESE_PARTY =
  '(?:甲乙双方|甲、乙双方|双方|各方|甲方|乙方|丙方|丁方|买方|卖方|买受人|出卖人|供方|需方|供应商|采购方|采购人|承租人|出租人|承租方|出租方|委托方|受托方|委托人|受托人|发包人|承包人|发包方|承包方|借款人|贷款人|出借人|担保人|保证人|许可方|被许可方|披露方|接收方|转让方|受让方|用人单位|劳动者|投标人|招标人|中标人|申请人|用户|客户|服务方|服务商|投保人|被保险人|保险人|学生|员工|各部门|各单位)';

export const ENGLISH_PARTY =
  '(?:(?:The|Each|Either|Neither|Both|Such)\\s+)?(?:Party\\s+[A-D]|(?:Disclosing|Receiving|Indemnifying|Terminating|Other|Non-defaulting|Defaulting)\\s+Part(?:y|ies)|Part(?:y|ies)|Customer|Client|Supplier|Vendor|Buyer|Seller|Purchaser|Contractor|Consultant|Subcontractor|Company|Employer|Employee|Landlord|Tenant|Lessor|Lessee|Licensor|Licensee|Lender|Borrower|Provider|Service Provider|Recipient|Owner|Agent|Distributor|Manufacturer|Bank|Agency|Committee|Board|Applicants?|Members?|Participants?|Students?|Users?|Bidders?|Investors?|Authors?)';
