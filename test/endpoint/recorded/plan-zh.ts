import type { DraftAction } from '../../../src/llm/draft';
import type { Recorded } from './recorded';

function task(text: string, owner: string, by: string, quote: string, refs: readonly number[]): DraftAction {
  return { text, owner, quote, refs, due: { kind: 'absolute', text: by, date: '' } };
}

/**
 * A model's answer about the fixture `plan-zh`. Four statements are wrong. The answer also has small faults
 * that models often make: quotes of rows contain the ` | ` that separates cells in the prompt, references are
 * wrong by one or missing, and sentences are shortened.
 */
export const planZh: Recorded = {
  of: '仓储系统上线计划',
  draft: {
    title: '仓储系统上线计划',
    doc_type: 'plan',
    language: 'zh-CN',
    tags: ['仓储系统', '项目计划', '上线'],
    summary: [
      { text: '仓储系统上线项目由周予安负责，2026年4月13日启动，须在7月31日前上线。', refs: [3, 5] },
      { text: '全部工作分为八项任务，从勘查现场到提交验收报告。', refs: [8, 16] },
    ],
    actions: [
      task(
        '勘查现场并测试无线网络',
        '许闻笙',
        '4月17日',
        '1 | 勘查现场并测试无线网络 | 许闻笙 | 4月13日 | 4月17日',
        [9],
      ),
      task('整理物料主数据', '贺兰岫', '5月8日', '整理物料主数据 | 贺兰岫', [11]),
      task('安装30台扫描终端', '闵知白', '5月15日', '3 | 安装扫描终端30台 | 闵知白', []),
      task('迁移三年的库存记录', '贺兰岫', '6月5日', '迁移三年库存记录 | 贺兰岫 | 5月18日 | 6月5日', [12]),
      task('对接财务系统接口', '穆青禾', '6月12日', '5 | 对接财务系统接口', [13]),
      task('分两批培训仓库人员', '穆青禾', '6月26日', '6 | 培训仓库人员两批 | 穆青禾', [14]),
      task('试运行，并记录问题', '闵知白', '7月27日', '7 | 试运行并记录问题 | 闵知白', [15]),
      task('提交验收报告', '穆青禾', '7月24日', '8 | 提交验收报告 | 穆青禾 | 7月20日 | 7月24日', [16]),
    ],
    points: [
      { text: '任务逾期时，负责人要在两个工作日内书面说明原因。', refs: [6] },
      { text: '预算调整超过5%，须总经理批准。', refs: [18] },
      { text: '硬件采购须经董事会批准。', refs: [18, 19] },
    ],
    facts: [
      { name: '项目编号', value: 'XM-2026-0231', quote: '项目编号： | XM-2026-0231', refs: [1] },
      { name: '项目经理', value: '周予安', quote: '项目经理：周予安', refs: [3] },
      { name: '项目预算', value: '48.6万元', quote: '项目预算为486,000元', refs: [18] },
      { name: '硬件预算', value: '321,000元', quote: '硬件', refs: [18] },
      { name: '上线期限', value: '2026年7月31日', quote: '系统应于2026年7月31日前上线', refs: [4] },
    ],
  },
  labels: {
    对接财务系统接口: {
      supported: 'no',
      why: '表中负责人是许闻笙',
      corrected: { text: '对接财务系统接口', owner: '许闻笙', due: '6月12日', refs: [13] },
    },
    '试运行，并记录问题': {
      supported: 'no',
      why: '完成日期是7月17日',
      corrected: { text: '试运行并记录问题', owner: '闵知白', due: '7月17日', refs: [15] },
    },
    '硬件采购须经董事会批准。': { supported: 'no', why: '只说预算调整须经总经理批准' },
    '硬件预算: 321,000元': { supported: 'no', why: '硬件为312,000元' },
  },
};
