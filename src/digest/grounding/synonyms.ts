import { stem } from './alignment';

/** Words for the same thing, where one may stand for the other in what a document obliges to. */
const SETS: readonly (readonly string[])[] = [
  ['submit', 'provide', 'deliver', 'give', 'send', 'supply', 'furnish', 'present', 'issue', 'file'],
  ['pay', 'remit', 'settle', 'transfer', 'payment'],
  ['start', 'begin', 'commence', 'effective'],
  ['complete', 'finish', 'accomplish', 'conclude'],
  ['notify', 'inform', 'tell', 'advise', 'notice', 'report', 'know'],
  ['terminate', 'cancel', 'end', 'expire', 'expiry', 'expiration', 'termination'],
  ['sign', 'signature', 'signing', 'execute', 'execution', 'conclusion'],
  ['receive', 'receipt', 'get', 'obtain'],
  ['keep', 'retain', 'maintain'],
  ['agreement', 'contract'],
  ['fee', 'fees', 'price', 'charge', 'charges', 'amount', 'sum', 'total'],
  ['show', 'find', 'indicate', 'demonstrate', 'suggest', 'report'],
  ['use', 'employ', 'apply', 'utilise', 'utilize'],
  ['loan', 'principal', 'debt'],
  ['year', 'annum', 'annual', 'yearly'],
  ['month', 'monthly'],
  ['dated', 'date', 'entered', 'made', 'signed'],
  ['make', 'perform', 'carry', 'conduct', 'do', 'run'],
  ['need', 'require', 'must'],
  ['签订', '签署', '签字', '签约', '订立'],
  ['提交', '提供', '交付', '递交', '报送', '出具', '给出', '提出', '交', '发送'],
  ['支付', '付清', '付款', '缴纳', '结清', '付', '支付完毕'],
  ['完成', '结束', '完毕'],
  ['解除', '终止'],
  ['届满', '期满', '到期', '终止', '结束'],
  ['收到', '接到', '签收', '送达'],
  ['开始', '启动', '起算', '计算'],
  ['合同', '协议'],
  ['金额', '款项', '价款', '费用', '总额', '总价', '总金额', '全款'],
  ['超过', '高于', '超出', '逾'],
  ['通知', '告知'],
  ['有权', '可以', '可'],
];

const OF = new Map<string, number[]>();
for (const [index, words] of SETS.entries()) for (const word of words) OF.set(stem(word), [...(OF.get(stem(word)) ?? []), index]);

/** True when two phrases are one word each of the same set. */
export function sameMeaning(one: string, other: string): boolean {
  const sets = OF.get(stem(other)) ?? [];
  return (OF.get(stem(one)) ?? []).some((index) => sets.includes(index));
}
