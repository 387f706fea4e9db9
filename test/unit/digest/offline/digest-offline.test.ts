import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../../src/digest/digest';
import { digestOffline } from '../../../../src/digest/offline/digest-offline';
import { comparable } from '../../../../src/digest/passages/quotes';
import { sentenceBreaks } from '../../../../src/text/sentence-breaks';
import type { Sentence } from '../../../../src/text/sentence';
import { documentOf } from '../document';

/** Makes a document from paragraphs. A paragraph that starts with `# ` is a heading. */
function document(...paragraphs: readonly string[]): Sentence[] {
  const pieces = paragraphs.flatMap((text) => {
    if (text.startsWith('# ') || text.includes('\t')) return [text];
    let from = 0;
    return sentenceBreaks(text).map((to) => text.slice(from, (from = to)).trim());
  });
  return documentOf(pieces).map((sentence) =>
    sentence.text.startsWith('# ')
      ? { ...sentence, text: sentence.text.slice(2), kind: 'heading' }
      : sentence,
  );
}

function digest(sentences: readonly Sentence[]): Digest {
  return digestOffline({ sentences, pageCount: 1, notRead: [] }).digest;
}

const contract = document(
  '# 办公设备租赁合同',
  '合同编号：ZL-2026-018',
  '甲方（出租方）：云栖设备租赁有限公司',
  '乙方（承租方）：青禾设计工作室有限公司',
  '甲乙双方经友好协商，就乙方向甲方租赁办公设备事宜达成如下协议：',
  '# 第一条 租赁设备',
  '甲方向乙方出租打印机、复印机等办公设备共二十台，设备清单见附件一。',
  '甲方应当于2026年3月15日前将租赁设备送达乙方指定地点，并完成安装调试。',
  '# 第二条 租金',
  '本合同总金额为人民币48,000元，租赁期限为12个月。',
  '乙方应当于每月5日前向甲方支付当月租金人民币4,000元。',
  '乙方应当在本合同签订之日起10日内支付押金人民币8,000元，甲方应当在租赁期满后15个工作日内退还押金。',
  '# 第三条 违约责任',
  '乙方逾期支付租金的，每日按逾期金额的万分之五支付违约金。',
  '未经甲方书面同意，乙方不得将租赁设备转租给第三方。',
  '因不可抗力不能履行合同的，双方互不承担违约责任。',
  '# 第四条 其他',
  '本合同未尽事宜，由双方友好协商解决。',
  '本合同一式两份，甲乙双方各执一份，具有同等法律效力。',
  '甲方（盖章）：＿＿＿＿＿＿　乙方（盖章）：＿＿＿＿＿＿',
);

const letter = document(
  '# Annual Maintenance Agreement',
  '1. Scope ........................ 2',
  'This Agreement is entered into between Northfold Elevators Ltd., a company registered in Port Elloway (the “Contractor”), and Marlow Court Inc. (the “Client”).',
  'The Contractor shall inspect all elevators of the building every month and keep a record of each inspection.',
  'The Contractor shall repair any defect within five (5) business days after notice.',
  'The Client shall pay the annual fee of USD 18,400.00 no later than April 30, 2026.',
  'The Client must give the Contractor at least 60 days’ written notice before ending this Agreement.',
  'Elevators are the most used machines of the building, and regular maintenance keeps elevators safe.',
  'Modernisation of the elevators is not part of the maintenance under this Agreement.',
  'This Agreement may be executed in counterparts, each of which is an original.',
  'By: ____________________',
);

describe('Chinese contracts', () => {
  const made = digest(contract);

  it('the offline engine finds the title, type and language of a contract', () => {
    expect([made.title, made.documentType, made.language]).toEqual(['办公设备租赁合同', 'contract', 'zh']);
  });

  it('the offline engine finds each to-do of a contract, its owner and its deadline', () => {
    const tasks = made.actions.map(({ owner, due, text }) => [owner, due.kind, text.slice(0, 12)]);
    expect(tasks).toEqual([
      ['甲方', 'absolute', '甲方应当于2026年3月'],
      ['乙方', 'relative', '乙方应当在本合同签订之日'],
      ['甲方', 'relative', '甲方应当在租赁期满后15'],
    ]);
    expect(made.actions[0]?.due).toEqual({ kind: 'absolute', text: '于2026年3月15日前', date: '2026-03-15' });
  });

  it('each fact of an offline digest has the name that the contract uses', () => {
    const facts = new Map(made.facts.map(({ name, value }) => [name, value]));
    expect(facts.get('合同编号')).toBe('ZL-2026-018');
    expect(facts.get('甲方')).toBe('云栖设备租赁有限公司');
    expect(facts.get('乙方')).toBe('青禾设计工作室有限公司');
    expect([...facts.values()]).toContain('人民币48,000元');
    expect([...facts.values()]).toContain('12个月');
  });

  it('the summary of a contract contains its parties and amount, but no headings, signatures or boilerplate', () => {
    const texts = [...made.summary, ...made.points].map(({ text }) => text).join('\n');
    expect(made.summary.length).toBeGreaterThanOrEqual(3);
    expect(made.summary.length).toBeLessThanOrEqual(6);
    expect(made.summary[0]?.text).toBe(
      '办公设备租赁合同：甲方 云栖设备租赁有限公司，乙方 青禾设计工作室有限公司，合同总金额 人民币48,000元，租赁期限 12个月。',
    );
    expect(texts).not.toMatch(/第.条|盖章|一式两份|合同编号|＿/u);
    expect(made.tags.length).toBeGreaterThan(0);
    expect(made.tags.join()).not.toMatch(/甲方|乙方|应当/u);
  });

  it('a product name with a number becomes a tag, but an order number does not', () => {
    const made = digest(
      document(
        '# Service agreement',
        'The supplier shall deliver the Kestrel450 pumps of order ca978112ca1b by 15 March 2026.',
        'The customer shall pay 1,200.00 USD within 30 days after delivery of the goods.',
      ),
    );
    expect(made.tags.join(' ')).toMatch(/kestrel450/i);
    expect(made.tags.join(' ')).not.toContain('ca978112ca1b');
  });
});

describe('forms', () => {
  it('an empty box in a form is a to-do only if its text demands an action', () => {
    const tasksOf = (...lines: string[]): readonly string[] =>
      digest(document(...lines)).actions.map(({ text }) => text);
    const question = '您是怎么听说我们的：';
    expect(
      tasksOf('# 报名登记表', '姓名：____', question, '☐ 谷歌搜索', '☐ Github 搜索', '☐ 朋友介绍'),
    ).toEqual([]);
    expect(
      tasksOf(
        '# Registration form',
        'Date of birth: ________',
        'Size: ',
        '☐ Small',
        '☐ Extra large',
        '☐ I am not sure',
      ),
    ).toEqual([]);
    expect(
      tasksOf(
        '# Checklist for new staff',
        'Name: ________',
        '☐ Send the signed contract to the office',
        '☐ Collect the keys',
      ),
    ).toHaveLength(2);
  });
});

describe('duties', () => {
  it('a duty with a fixed day is a to-do, but a recurring or conditional duty is not', () => {
    const { actions } = digest(
      document(
        '# 技术服务合同',
        '甲方：云栖设备租赁有限公司',
        '乙方：青禾设计工作室有限公司',
        '乙方变更账户的，应当提前10日书面通知甲方。',
        '乙方应当于每月5日前向甲方提交服务报告。',
        '甲方应当于2026年3月15日前支付首期款人民币8,000元。',
      ),
    );
    expect(actions.map(({ text }) => text)).toEqual(['甲方应当于2026年3月15日前支付首期款人民币8,000元。']);
  });

  it('a payment is a to-do even without a word such as 应当, but a penalty is not', () => {
    const { actions } = digest(
      document(
        '# 网站设计合同',
        '甲方：云栖设备租赁有限公司',
        '乙方：青禾设计工作室有限公司',
        '设计稿确认后，甲方向乙方支付合同金额的40%，即人民币6,400元。',
        '甲方逾期付款的，每日向乙方支付合同金额的0.5%。',
      ),
    );
    expect(actions.map(({ text }) => text)).toEqual([
      '设计稿确认后，甲方向乙方支付合同金额的40%，即人民币6,400元。',
    ]);
  });
});

describe('repeated to-dos', () => {
  it('two instalments of the same amount are two to-dos, but a repeated to-do is left out', () => {
    const first =
      '首付款：甲方应当于本合同签订之日起10日内，向乙方支付合同总金额的30%，即人民币145,800.00元。';
    const last =
      '尾款：甲方应当于系统终验合格之日起15个工作日内，向乙方支付合同总金额的30%，即人民币145,800.00元。';
    const again = '甲方应当于本合同签订之日起10日内，向乙方支付合同总金额的30%，即人民币145,800.00元。';
    const { actions } = digest(document('# 技术服务合同', first, last, again));
    expect(actions.map(({ text }) => text)).toEqual([first, last]);
  });
});

describe('kinds of documents', () => {
  it('a document without a title is a contract if it begins with “This agreement is made”', () => {
    const { title, documentType } = digest(
      document(
        'This agreement is made on 14 March 2031 between Sample Boats and the keeper.',
        'The keeper returns the boat on 30 March 2031.',
      ),
    );
    expect([title, documentType]).toEqual(['', 'contract']);
  });

  const request = '各科室要对本科室的工作人员开展一次安全教育，并做好外出交通安全教育。';

  it('a request becomes a to-do in a notice but not in a report', () => {
    const notice = document('# 关于做好节前安全工作的通知', '各科室：', request);
    const report = document('# 节前安全工作报告', '各科室：', request);
    expect(digest(notice).actions).toHaveLength(1);
    expect(digest(report).actions).toEqual([]);
  });
});

describe('English agreements', () => {
  const made = digest(letter);

  it('the to-dos of an English agreement have owner and deadline, and exclude permanent duties', () => {
    const tasks = made.actions.map(({ owner, due }) => [owner, due.kind]);
    expect(tasks).toEqual([
      ['Client', 'absolute'],
      ['Client', 'relative'],
    ]);
  });

  it('in an English agreement, a fact such as “Contractor” contains the name of the party', () => {
    expect(made.facts.map(({ name, value }) => [name, value])).toEqual(
      expect.arrayContaining([
        ['Contractor', 'Northfold Elevators Ltd.'],
        ['Client', 'Marlow Court Inc.'],
      ]),
    );
  });

  it('the digest of an English agreement leaves out the table of contents, signatures and boilerplate', () => {
    const texts = [...made.summary, ...made.points, ...made.actions].map(({ text }) => text).join('\n');
    expect(texts).not.toMatch(/\.{4}|By:|counterparts|___/u);
  });
});

describe('deadlines', () => {
  it('the offline engine keeps duties that are due before the contract begins', () => {
    const { actions } = digest(
      document(
        '# Workshop rental agreement',
        'Owner: Birch Hall Ltd. Tenant: Tern Press.',
        '1. The owner lets the hall to the tenant from 1 March 2031 to 31 August 2031.',
        '2. The owner shall paint the hall by 20 February 2031.',
        '3. The tenant shall vacate the hall by 5 September 2031.',
        'Signed in Port Elloway on 10 February 2031.',
      ),
    );
    expect(actions.map(({ owner, due }) => [owner, due.kind === 'absolute' ? due.date : ''])).toEqual([
      ['owner', '2031-02-20'],
      ['tenant', '2031-09-05'],
    ]);
  });

  it('the offline engine leaves out duties that were due before the contract was signed', () => {
    const { actions } = digest(
      document(
        '# Workshop rental agreement',
        'This agreement is made on 10 February 2031 between Birch Hall Ltd. (the “Owner”) and Tern Press.',
        'The Owner shall paint the hall by 20 January 2031.',
      ),
    );
    expect(actions).toEqual([]);
  });
});

it('the offline engine does not read the date below a notice as a to-do', () => {
  const { actions } = digest(
    document(
      '# 关于使用校园网络的通知',
      '各位新生：',
      '请于2031年9月30日前到信息中心登记。',
      '2031年9月18日',
    ),
  );
  expect(actions.map(({ text }) => text)).toEqual(['请于2031年9月30日前到信息中心登记。']);
});

describe('offline digests', () => {
  it('a to-do is verified even if one of its numbers is broken over paragraphs', () => {
    const payment = '甲方应当于2026年3月15日前支付1,200元，';
    const { actions, unverified } = digest(
      document('twenty-', 'twenty-', `four months${payment}${payment}twenty-${payment}20`),
    );
    expect(actions.map(({ text }) => text).join()).toContain('twenty-twenty-four months');
    expect(unverified).toEqual([]);
  });

  it('an offline digest contains only text of the document, so every statement is verified', () => {
    const piece = fc.constantFrom(
      '甲方应当于2026年3月15日前支付1,200元，',
      '乙方不得转让。',
      '合同编号：A-1',
      'The Client shall pay USD 5,000 by May 1, 2026.',
      'within 10 days',
      '第3.2条',
      '（一）',
      ' ',
      '\t',
      '20',
      '应',
      'twenty-',
      'four months',
      '。',
      '本合同总金额为',
      '人民币三千元整',
      '；',
      'Party A',
      '每月5日前',
      '“',
    );
    const paragraph = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(''))
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        const sentences = document(...paragraphs);
        const whole = comparable(sentences.map((sentence) => sentence.text).join(''));
        const made = digest(sentences);
        expect(made.unverified).toEqual([]);
        for (const { text } of [...made.summary, ...made.actions, ...made.points]) {
          expect(whole).toContain(comparable(text.replace(/…$/u, '')));
        }
      }),
    );
  });

  it('an offline digest is the same in every run, and empty for an empty document', () => {
    expect(digest(contract)).toEqual(digest(contract));
    expect(digest([])).toMatchObject({
      title: '',
      summary: [],
      actions: [],
      points: [],
      facts: [],
      tags: [],
      unverified: [],
    });
  });

  it('an offline digest contains each statement once', () => {
    const made = digest([
      ...contract,
      ...contract.map((sentence) => ({ ...sentence, number: sentence.number + contract.length })),
    ]);
    const texts = [...made.summary, ...made.points].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(made.actions).toHaveLength(3);
  });

  it('an offline digest has a summary even if the document has 10,000 sentences', () => {
    const many = Array.from({ length: 500 }, (_, page) =>
      contract.map(({ text }) => `${String(page)}${text}`),
    ).flat();
    expect(digest(documentOf(many)).summary.length).toBeGreaterThanOrEqual(3);
  });
});

describe('missing summaries', () => {
  it('the digest of a story shows the headings instead of a summary', () => {
    const story = document(
      ...[
        '# 雨夜里的来客',
        '# 第一章 来客',
        ...Array.from({ length: 12 }, (_, at) => `“你怎么来了？”老王问道，他的灯晃了${String(at)}下。`),
        ...Array.from({ length: 12 }, (_, at) => `雨下了整整${String(at)}夜，街上一个人也没有。`),
        '# 第二章 离去',
      ],
    );
    const made = digest(story);
    expect(made.summary).toEqual([]);
    expect(made.points.map(({ text }) => text)).toEqual(['第一章 来客', '第二章 离去']);
  });

  it('the line at the top of each page is not shown as a heading', () => {
    const points = digest(document('# 78 List of lights', '# Red', '# 84 List of lights', '# Green')).points;
    expect(points.map(({ text }) => text)).toEqual(['Red', 'Green']);
  });

  it('lines such as “Chart 4” and “(in thousands)” are not shown as headings', () => {
    const made = digest(
      document(...['# Lights', '# Chart 4', '# (in thousands)', '# Buoys', 'Red\t4', 'Green\t6']),
    );
    expect(made.points.map(({ text }) => text)).toEqual(['Buoys']);
  });

  it('the offline engine writes no summary for a table', () => {
    const rows = Array.from({ length: 30 }, (_, at) => `Buoy ${String(at)} at the eastern harbour wall`);
    expect(
      digest(document(...['# Lights and buoys', ...rows, 'All lights are seen from the sea.'])).summary,
    ).toEqual([]);
  });
});

describe('sentences and tags', () => {
  it('a digest leaves out references to other texts, and sentences in brackets', () => {
    const made = digest(
      document(
        '# Moorings',
        'The moorings at the eastern wall are checked by a diver every spring.',
        '① 参见水边样例：《码头手册》，样例出版社2031年版，第4、5页。',
        'See Appendix C for the names of the divers who checked the moorings.',
        '(The moorings at the western wall are checked by their owners.)',
        'Boats with a length of more than twelve metres use the outer moorings.',
      ),
    );
    const texts = [...made.summary, ...made.points].map(({ text }) => text).join('\n');
    expect(texts).toContain('checked by a diver');
    expect(texts).not.toMatch(/Appendix C|western wall|参见/u);
  });

  it('the summary of a short document begins with the first sentence', () => {
    const made = digest(
      document(
        '# 借用说明',
        '本站的脚踏船自五月起可以由居民免费借用。',
        '借用脚踏船的居民必须年满十八岁，并且会游泳。',
        '脚踏船损坏的，借用脚踏船的居民应当告知管理员。',
      ),
    );
    expect(made.summary[0]?.text).toBe('本站的脚踏船自五月起可以由居民免费借用。');
  });

  it('a digest leaves out sentences that only announce parts of the document', () => {
    const { summary, points, actions } = digest(
      document(
        '# Lamps of the lighthouses',
        'The lamps of the lighthouses on the coast were replaced between 2029 and 2031.',
        'This chapter provides an overview of the lamps that the lighthouses used before.',
        'The old lamps of the lighthouses needed four times as much power as the new lamps.',
        'In the next section, we describe how the lamps of the lighthouses are switched on at dusk.',
        'A sensor in each of the lighthouses switches the lamps on when the daylight is weak.',
        'The rest of the report is organised by the ports in which the lighthouses stand.',
        '本章介绍灯塔使用过的全部旧灯具以及这些灯具的更换过程。',
        '本章程规定灯塔管理员每天必须检查一次灯具和备用电源。',
        '第3节介绍灯塔以前使用过的各种旧灯具和它们的用电情况。',
        '第二章规定的检查由灯塔管理员负责，检查结果由港务局保存。',
      ),
    );
    const shown = [...summary, ...points, ...actions].map(({ text }) => text).join('\n');
    expect(shown).not.toMatch(/overview|next section|organised|本章介绍|第3节介绍/u);
    expect(shown).toMatch(/four times/u);
    expect(shown).toMatch(/本章程规定/u);
    expect(shown).toMatch(/第二章规定/u);
  });

  it('a digest leaves out a page header, and a sentence whose beginning is missing', () => {
    const { summary, points } = digest(
      document(
        'Annual Report 2031',
        'about the lights of the harbour and the boats that carry the keepers to the lights every week.',
        'The keepers visited each of the forty lights of the harbour twice during the year of the report.',
        'Two of the boats that carry the keepers to the lights of the harbour were replaced in the spring.',
        'The lights of the harbour needed less power than in the years before because their lamps are new.',
      ),
    );
    const shown = [...summary, ...points].map(({ text }) => text).join('\n');
    expect(shown).not.toMatch(/Annual Report|about the lights/u);
    expect(shown).toMatch(/visited each/u);
  });

  it('a digest leaves out courtesies, usual clauses and parts of quotations', () => {
    const { summary, points } = digest(
      document(
        '# 关于泵站改造的说明',
        '泵站于去年冬季完成了全部水泵的更换，运行噪声明显下降。',
        '设计单位在报告中写道：“旧管道的强度已不能满足规范的要求。',
        '新的管道在三月份全部安装完毕”，并通过了压力试验。',
        '附件一《设备清单》、附件二《验收记录》为本说明不可分割的组成部分。',
        '以邮件发送的通知，在发送后的第二日视为送达收件人一方。',
        '改造后，泵站每年的用电量比上一年减少了将近两成。',
        '如有任何疑问，请随时与泵站管理办公室的同事联系。',
      ),
    );
    const shown = [...summary, ...points].map(({ text }) => text).join('\n');
    expect(shown).toContain('完成了全部水泵的更换');
    expect(shown).toContain('减少了将近两成');
    expect(shown).not.toMatch(/设计单位|新的管道|附件一|送达|疑问/u);
  });

  it('a text without capitals has a summary', () => {
    const { summary } = digest(
      document(
        'the keepers visited each of the forty lights of the harbour twice during the year of the report.',
        'two of the boats that carry the keepers to the lights of the harbour were replaced in the spring.',
        'the lights of the harbour needed less power than in the years before because their lamps are new.',
      ),
    );
    expect(summary).not.toEqual([]);
  });

  it('no tag consists of a noun and a verb', () => {
    const { tags } = digest(
      document('The gulls watch the old pier.', 'A pier keeper feeds gulls daily near the pier.'),
    );
    expect(tags.join('|')).not.toMatch(/gulls watch|feeds gulls/u);
    expect(tags.length).toBeGreaterThan(0);
  });

  it('single words of a sentence, such as verbs, do not become tags', () => {
    const { tags } = digest(
      document(
        '# The boat trip of the choir',
        'We went out because the weather was nice.',
        'In the evening, everybody had dinner together and sang by the river.',
      ),
    );
    expect(tags).toContain('boat trip');
    expect(tags.join('|')).not.toMatch(/\b(?:went|nice|weather|sang)\b/u);
  });

  it('a text without a topic has fewer than three tags', () => {
    const { tags } = digest(
      document(
        '여러분 안녕하세요.',
        '오늘은 날씨가 좋아서 모두 밖으로 나갔습니다.',
        '우리는 강을 따라 걷고 노래를 불렀습니다.',
      ),
    );
    expect(tags.length).toBeLessThan(3);
  });

  it('a phrase that occurs only once in a long text does not become a tag', () => {
    const text = document(
      'Evenings by the harbour wall',
      ...[
        'The grey harbour wall was warm, and we sat on the harbour wall until the late ferry came in.',
        'A yellow maple leaf lay on the wet step, and an old dog looked at it for a long time.',
        'My brother wore his thick winter coat, although the soft summer wind had not yet turned.',
        'There was a strange silence in the narrow street, and somebody closed a wooden shutter.',
        'The late ferry brought only two people, who walked away without a word to anybody.',
        'Later a small boat passed, and its weak lamp moved up and down like a tired firefly.',
        'We ate cold potatoes and talked about the great storm, which nobody had really forgotten.',
        'When the tall clock struck nine, the harbour wall was empty and the moon had gone.',
        'The next morning brought a thin fog, and the first gulls cried behind the low roofs.',
        'I found a broken button in my left pocket and threw it over the railing into the water.',
        'The baker had opened his heavy door, and a sweet smell came out into the empty square.',
        'An elderly neighbour asked for the daily paper and counted the small coins with care.',
        'So the quiet week went on, and each evening we came back to the harbour wall again.',
      ],
    );
    const { tags } = digest(text);
    expect(tags).toContain('harbour wall');
    expect(tags.join('|')).not.toMatch(
      /leaf|coat|silence|shutter|firefly|potatoes|button|pocket|smell|neighbour|coins/u,
    );
  });

  it('only one of the overlapping parts of a longer phrase becomes a tag', () => {
    const { tags } = digest(
      document(
        '# Coastal harbour crane engine maintenance plan',
        'The coastal harbour crane engine maintenance plan names the parts that wear out first.',
        'The coastal harbour crane engine maintenance plan is checked in spring, after the storms.',
      ),
    );
    expect(tags.filter((tag) => /crane|engine/iu.test(tag))).toHaveLength(1);
  });

  it('no tag contains the number of a chapter', () => {
    const { tags } = digest(document('# 第一章 灯塔', '第二章灯塔的灯每晚点亮。', '灯塔由灯塔管理员看守。'));
    expect(tags).toContain('灯塔');
    expect(tags.join('|')).not.toMatch(/第/u);
  });

  it('identifiers such as HXQ-2031-118 do not become tags', () => {
    const { tags } = digest(
      document(
        '# Lights',
        'Buoy HXQ-2031-118 of Ellow lights the pier.',
        'Its lamp DK0042117 is a GPT-4 lamp.',
      ),
    );
    expect(tags.join(' ')).not.toMatch(/HXQ|DK0042117/u);
    expect(tags.join(' ')).toContain('GPT');
  });

  it('no tag contains Japanese verbs or particles', () => {
    const { tags } = digest(
      document('# 船の点検', '船長は出港の前に救命設備を点検すること。', '点検した設備は記録すること。'),
    );
    expect(tags).toContain('点検');
    expect(tags.join('')).not.toMatch(/\p{Script=Hiragana}/u);
  });
});

describe('facts', () => {
  it('the role of a party becomes a fact, but the short name of another company does not', () => {
    const agreement = digest(
      document(
        '# 设备采购协议',
        '本协议由青禾仪器有限公司（以下简称“卖方”）与云栖设备租赁有限公司（以下简称“买方”）签订。',
        '标的设备由北岭泵业有限公司（以下简称“北岭泵业”）制造，自交货之日起保修两年。',
        '合同总金额为人民币48,000元。',
      ),
    );
    const names = agreement.facts.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['卖方', '买方']));
    expect(names).not.toContain('北岭泵业');
  });
});

describe('cells', () => {
  it('the last of several words in a cell is not the label of the next cell', () => {
    const rows = [
      '26\tReview of the lights\tIndividual Consultant\tJane Doe\t9,510.00',
      'Consultant\tAnn Lee',
    ];
    const { facts } = digest(documentOf(rows));
    expect(facts.filter(({ name }) => name === 'Consultant').map(({ value }) => value)).toEqual(['Ann Lee']);
  });
});

describe('titles', () => {
  it('the title of a document is never a later sentence of a paragraph', () => {
    const sentences = documentOf(['All lights were visited in 2031: see below.', 'Most of them are red.']);
    expect(digest(sentences.map((sentence) => ({ ...sentence, paragraph: 0 }))).title).toBe('');
  });

  it.each([
    [['Each light of the harbour was visited by two keepers in the year 2031.', '# Red lights']],
    [['# Each light of the harbour was visited by two keepers in the year 2031.', '# Red lights']],
    [['港口的每一盏灯在二〇三一年都由两名管理员检查过一次，并且写下了检查的结果。', '# 红色的灯']],
  ])('the document %j has no title, because its heading is below running text', (lines) => {
    expect(digest(document(...lines)).title).toBe('');
  });

  it('a title on two lines is read completely, and the label of a table is not a title', () => {
    const two = document(
      ...['# 临澜市教育局关于做好暑期安全', '# 工作的通知', '各学校：', '请于6月1日前上报方案。'],
    );
    expect(digest(two).title).toBe('临澜市教育局关于做好暑期安全工作的通知');
    expect(digest(document(...['Table 5', 'Pearsons correlation coefficient'])).title).not.toBe('Table 5');
  });

  it.each([
    [['Use of boats in', 'Lake Ellow and its rivers'], 'Use of boats in Lake Ellow and its rivers'],
    [['Number of boats in', 'Name\tBoats', 'Lights of the harbour'], 'Lights of the harbour'],
    [
      ['# Lights of small harbours: A survey', 'Each light was visited.'],
      'Lights of small harbours: A survey',
    ],
    [['# Keeper: Jane Example', 'Light of Ellow'], 'Light of Ellow'],
    [['Table 4.', 'Light of Ellow'], 'Light of Ellow'],
    [
      ['# 2 Saving fuel on the boats that serve the lights and', '# Buoys of the harbour', '# 2.1 Speed'],
      'Saving fuel on the boats that serve the lights and Buoys of the harbour',
    ],
    [
      ['# 2 Saving fuel on the boats that serve all small lights', '# New Engines', '# 2.1 Speed'],
      'Saving fuel on the boats that serve all small lights New Engines',
    ],
    [['# 78 Report on lights', 'Lights are red.', '# 84 Report on lights'], 'Report on lights'],
    [['# 10 rules for the harbour', '# 1 Be kind'], '10 rules for the harbour'],
    [
      ['# 2031 annual report of the keepers of all small lights', '# Introduction', '# 1.1 Speed'],
      '2031 annual report of the keepers of all small lights',
    ],
    [['b) Ropes and chains (with a load of at', 'Equipment of small boats'], 'Equipment of small boats'],
  ])('the lines %j contain the title %j', (lines, title) => {
    expect(digest(document(...lines)).title).toBe(title);
  });

  it.each([
    [['Werft Beispiel AG', 'Rechnung 5520', 'Lack\t40,00', 'Summe\t40,00'], 'Rechnung 5520', 'invoice'],
    [
      ['Quai Exemple', 'Facture n° 20310077', 'Voile\t95,00', 'Total\t95,00'],
      'Facture n° 20310077',
      'invoice',
    ],
    [
      ['Rechnung R-2031-7 vom 03.04.2031 Ufer GmbH, USt-IdNr.', 'Gesamtbetrag\t40,00 €'],
      'Rechnung R-2031-7',
      'invoice',
    ],
    [['# 毕业论文评审人员名单', '张一\t教授', '李二\t教授'], '毕业论文评审人员名单', 'other'],
    [['# 中国样例电信', '欢迎使用自助服务。'], '中国样例电信', 'other'],
    [['# 毕业训练记录表', '姓名\t学号', '主要内容和进度安排'], '毕业训练记录表', 'form'],
    [['# 关于停水的通知（第2号）', '5月3日停水。'], '关于停水的通知（第2号）', 'notice'],
  ])(
    'the offline engine reads the title and the type of a document from the lines %j',
    (lines, title, kind) => {
      const made = digest(document(...lines));
      expect([made.title, made.documentType]).toEqual([title, kind]);
    },
  );
});

it.each([
  ['JANE SMITH', ['JANE SMITH']],
  // A regular expression that can match the same word in several ways would take years for this line.
  [`${'A'.repeat(400)}1`, []],
])(
  'the offline engine takes the first line of a letter as the sender only if the line is a name',
  (line, senders) => {
    const { documentType, facts } = digest(
      document(
        line,
        '12 High Street, Leeds',
        '1 May 2024',
        'Dear Mr Brown,',
        'Thank you for your letter about the garden, which we have read with great interest this week.',
        'Yours sincerely,',
      ),
    );
    expect(documentType).toBe('letter');
    expect(facts.flatMap(({ name, value }) => (name === 'From' ? [value] : []))).toEqual(senders);
  },
);
