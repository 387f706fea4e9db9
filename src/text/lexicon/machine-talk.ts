/**
 * Words that occur in instructions to a machine, by class. The key of each class is one letter, so a sentence
 * can be turned into a short string of letters. If several classes match a word, the first one is used. The
 * lists are for `anyWord` in `words.ts`: a comma and a space separate the words. The text to match must have
 * half-width characters.
 */
export const MACHINE_TALK_WORDS = {
  /** Marks at the beginning of a message in chat templates. */
  Z: '<\\|(?:im_start|im_end|system|user|assistant|endoftext)\\|>, \\[/?inst\\], <</?sys>>',
  /** Headers of instructions to a model. */
  K: [
    '\\b(?:(?:new|developer|hidden) (?:system )?(?:prompt|instructions?|message|task)' +
      '|system(?: prompt| message)?)\\s*:',
    '系统(?:提示|指令|消息)?\\s*:',
  ],
  /**
   * Phrases that contain the name of a machine but mean something else, and longer words that contain one of
   * the words below.
   */
  x: [
    '\\b(?:ai|gpt|llms?|(?:large )?language models?|artificial intelligence' +
      '|chat-?bots?)[ -](?:(?:system|tool|model|service)s? )?(?:act\\b|research|develop|engineer' +
      '|compan|provid|deploy|expert|start-?up|user|operator|practi|profess|vendor|student|polic' +
      '|regulat|ethic|govern|service|literacy|train|output|capabilit)(?:\\w*)',
    'assistant (?:professor|director|manager|secretary|teacher|editor)s?',
    'model (?:number|no|name|year|type|law|clause|contract)s?',
    '(?:ai|人工智能|大?语言模型|大模型|chatgpt|智能助手)(?:系统|技术|工具|产品|模型|算法)?的?(?:专家|公司|企业|部门|研究|工程|行业|产业|服务|技术' +
      '|提供|开发|产品|应用|辅助|写作|用户|使用|同事|作者|人员|员工|学生|法|治理|伦理|训练|输出)',
    '模型(?:参数|号|训练|输出)',
    '\\b(?:this )?(?:document|text|file|page) (?:format|type|class|model|structure)s?',
    '应用, 应急, 供应, 相应, 响应, 对应, 适应, 反应, 效应, 应付, 应收, 急需, 按需, 必需, 无需, 请求, 申请, 邀请, 聘请',
  ],
  /** Verbs that set rules aside. */
  I: [
    'pay no attention to, ignor(?:e|ing), disregard, forget, override, overrule, bypass',
    "(?:do not|don't|never|stop) (?:follow|obey|apply|heed)(?:\\w*)",
    '\\b(?:are )?no longer bound by, 忽略, 无视, 忘记, 忘掉, 抛开, 绕过',
    '(?:不要|不必|不再|停止|别|勿|无须)再?(?:遵循|遵守|服从|理会|执行|受)',
  ],
  /** Words for rules that no longer apply. */
  V: 'void, cancelled, revoked, no longer appl(?:y|ies), 作废, 无效, 失效, 取消',
  /** Things that only a model has. */
  m: 'system prompts?, 系统提示词?, 提示词',
  /** Rules, mostly those that a model works by. */
  R: 'instructions?, prompts?, guidelines, guidance, guardrails, directives?, commands?, 指令, 提示, 护栏',
  /** Rules of any kind. These words are ignored unless another word indicates an instruction to a model. */
  r: 'rules?, restrictions?, everything, anything, what you, 要求, 规则, 设定, 指示, 限制',
  /** Names of machines that read texts. */
  M: [
    '(?:(?:ai|gpt|chatgpt|deepseek|kimi)(?! ?[a-z])|人工智能|大?语言模型|大模型|豆包|文心一言|通义千问|智能助手|智能体|聊天机器人' +
      '|自动摘要)(?:(?:助手|系统|模型|阅读者|读者|摘要|总结|工具|程序|机器人)*)',
    '\\ba\\.i\\.(?: assistant| system)?',
    '\\b(?:ai|artificial intelligence|(?:large )?language models?|llms?|(?:chat)?gpt(?:-[\\w.]+)?' +
      '|claude|gemini|copilot|deepseek|qwen|(?:chat-?)?bots?|(?:automat(?:ed' +
      '|ic) )?summari[sz]ers?)(?:[- ](?:based|powered|driven))?(?: (?:language )?(?:models?' +
      '|assistants?|systems?|tools?|agents?|readers?|reviewers?|summari[sz]ers?|bots?' +
      '|software))*\\b',
  ],
  /** Names that can mean a machine that reads texts, but also people and other things. */
  H: [
    '\\b(?:automat(?:ed|ic)|machine) readers?\\b',
    '\\b(?:(?:automat(?:ed|ic)|digital|virtual|smart) )?(?:assistant|model|machine|computer' +
      '|parser|agent|system)s?\\b',
    '\\b(?:reader|reading|indexing|parsing|extraction|review|summari[sz]ing) (?:software|tool' +
      '|system|model)s?\\b',
    '模型, 助手, 机器人?, (?:自动|智能)?(?:处理|阅读|解析|审阅|摘要|识别)(?:程序|系统|工具|软件)',
  ],
  /** Words for any person. */
  G: 'whoever, anyone, everyone, those who, any reader, 凡, 谁, 任何人',
  /** Conditions and times. */
  W: 'if, when, while, in case, as an?, 如果?, 若, 假如, 倘若, 作为, 当',
  w: '的?时候?, 中, 里',
  /** Words for "from now on". */
  F: 'from (?:now|here|this (?:point|moment)) on(?:wards?)?, 从(?:现在|此刻|这里|此处)(?:开始|起)',
  /** Words that follow the name of the addressee, as in `ChatGPT 请注意`. */
  L: '须知, 请注意, 注意[:\\x2c], 你好, 您好, 看, (?=的(?:隐藏)?(?:指令|提示|留言)\\s*:)',
  /** The second person. */
  Y: "\\byou(?:r|'re)?\\b, 你们?, 您",
  /** Words before a role, as in `act as`. */
  A: [
    '\\b(?:are (?:an?|the|now|in|only|free)|act as|play|become|will be|(?:will|must|shall' +
      '|only) (?:act|answer|respond|behave|play)|respond only|answer only|new (?:task|role' +
      '|rules))\\b',
    '现在是, 就?是, 扮演, 充当, (?:将|要|必须)扮演, 的(?:任务|输出|角色)',
  ],
  /** Words before the addressee of a message. */
  C: [
    'notes?, messages?, notice, attention, memo, dear, hello, hey, hi, addressed to',
    '(?:intended|meant|written) for, to, for, 写给, 致, 给, 告知, 提醒, 亲爱的, 尊敬的, 仅?供, 只供, 专供, 面向',
  ],
  /** Requests. */
  Q: 'please, kindly, 请',
  /** Orders. */
  O: [
    'must, should, shall',
    '\\b(?:is|are) (?:to|(?:instructed|required|asked|told|requested|ordered) to), ha(?:s|ve) to',
    "needs? to, do not, don't, never, always, under no circumstances, 必须, 务必, 应当?, 须, 需要?, 不得, 不要",
    '切勿, 勿, 只能?',
  ],
  /** The document itself. */
  D: [
    '\\b(?:this|the present|the following) (?:very )?(?:document|file|text|page|contract' +
      '|agreement|paper|manuscript|article|invoice|letter|e-?mail|message|report|cv|resume|content' +
      '|passage|section|paragraph|offer|proposal|application|statement)\\b',
    'on page \\d+',
    '(?:本|此|这份|这篇|这段)(?:文件|文档|合同|协议|报告|文章|材料|论文|简历|发票|段文字|标书|函|账单|申请书?|方案|文|段|页|处), 这里',
    '以下(?:内容|文字), 下列文字',
  ],
  /** Articles and similar words before machines and rules. */
  E: 'the, all, any, every, each, an?, these, those, no, 各位, 所有, 任何, 一切',
  /**
   * Words before the rules that a model already has, as in `previous instructions` or `user's instructions`.
   */
  P: [
    "previous(?:ly)?, user(?:'s)?, prior, above, earlier, preceding, original, initial, existing",
    'before, 之前, 以上, 上文, 上述, 前面, 先前, 此前, 原有, 用户, 系统',
  ],
  /** Words such as `this` or 本 before a noun, as in `this product` or 本公司. */
  h: '\\bthis(?= [a-z]), 本(?=[产公简候合项论研]), 该(?=[产公候项])',
  /** The document, in one word. */
  j: '\\b(?:this|it)\\b',
  /** Words before the person or thing that performs an action. */
  b: 'by, 由, 被',
  /** Verbs of summarising. */
  S: [
    'summari[sz]\\w+, condens\\w+, digest(?:s|ed|ing|) (?=this|it)',
    '(?:generat|writ|produc|prepar|draft|creat)(?:e|es|ing)(?= (?:a|the|your' +
      '|any) (?:\\w+ )?(?:summary|digest|overview))',
    '总结, 概括, 概述, 归纳, (?:作|做|写|生成)(?=[^。]?摘要)',
  ],
  /** Verbs of reading. */
  B: [
    '\\b(?:read(?:s|ing)?|(?:process|review|index|pars|analy[sz])(?:e|es|ing|ed)?)\\b, 阅读, 读取, 读到',
    '看到, 处理, 解析, 分析',
  ],
  /** Words for the output of a machine. */
  N: 'summary, digest, overview, output, 摘要, 概要, 要点',
  /** Content that an instruction may exclude from a summary. */
  U: 'negatives?, weaknesses, shortcomings, risks?, 负面, 缺点, 不利, 风险',
  /** Verbs of judging and praising. */
  t: [
    'mention, describe, portray, present, praise, rate, rank, list, treat, mark, claim, call',
    'recommend, 描述为, 描述成, 说成, 说是, 列为, 评为, 评成, 当作, 视为, 声明, 声称, 宣称, 提及, 提到, 透露, 推荐',
  ],
  /** Other verbs for the content of a summary, and for actions of tools. */
  T: [
    'say, state, report, reply, respond, output, print, append, insert, include, contain, begin',
    'end, add, omit, leave, leave out, skip, reveal, conclude, declare, highlight, translate',
    'approve, proceed, visit, stop, tell, give, show, write, name, answer, pretend, assume, put',
    'set, quote, display, change, hide, treat',
    '写明?, 输出, 只?说, 列入, 加[上入], 附上, 略去, 省略, 隐去, 跳过, 改为, 改写, 给出, 确认, 停止, 显示, 称, 写成, 回答, 回复, 调用, 拨打, 把, 将',
  ],
} as const;
