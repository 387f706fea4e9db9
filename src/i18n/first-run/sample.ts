/** The sample contracts that the first-run window offers. Each has one page. The first line is the title. */

export const sampleContractEn = {
  file: 'Sample contract.pdf',
  lines: [
    'Equipment rental agreement (sample)',
    'No. SAMPLE-2031-07',
    'Lessor: Northfield Tools Ltd. Lessee: Harbour Street Workshop.',
    '1. The lessor rents one laser cutter to the lessee from 1 March 2031 to 31 August 2031.',
    '2. The monthly rent is GBP 480. The lessee shall pay it by the fifth day of each month.',
    '3. The lessee shall pay a deposit of GBP 960 within seven days of signing.',
    '4. The lessor shall deliver the machine to the workshop by 28 February 2031.',
    '5. The lessee must report any damage to the lessor in writing within two days.',
    '6. A payment that is late by more than ten days incurs interest of 1% a month.',
    '7. Either party may end this agreement with 30 days of written notice.',
    '8. The lessee shall return the machine, cleaned and complete, by 5 September 2031.',
    'Signed in Port Elloway on 10 February 2031.',
  ],
};

export const sampleContractZh = {
  file: '示例合同.pdf',
  lines: [
    '设备租赁合同（示例）',
    '合同编号：SAMPLE-2031-07',
    '出租方：北野工具有限公司。承租方：港街工坊。',
    '一、出租方将激光切割机一台租给承租方，租期自2031年3月1日至2031年8月31日。',
    '二、月租金为人民币4,800元，承租方应于每月5日前支付。',
    '三、承租方应在签订后7日内支付押金人民币9,600元。',
    '四、出租方应于2031年2月28日前将设备送到工坊。',
    '五、设备损坏的，承租方须在两日内书面通知出租方。',
    '六、逾期付款超过十日的，每月按1%计收违约金。',
    '七、任何一方可提前30日书面通知解除合同。',
    '八、承租方应于2031年9月5日前将设备清洁完好地归还出租方。',
    '签订日期：2031年2月10日',
  ],
};
