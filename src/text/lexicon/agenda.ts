/** Words of the agenda and of the list of people in the minutes of a meeting, in Chinese and English. */
import { anyOf } from '../words';
import { BULLET } from './task';

/** A heading above a list of topics or people in the minutes of a meeting. */
export const AGENDA_HEADING = new RegExp(
  `^\\W*${anyOf(
    'agenda, present, attend, participants, invited, observers, apologies, regrets',
    'links, announcements?, upcoming, stand-?up, status, progress, calendar, 与会, 参会, 出席',
  )}`,
  'iu',
);
/** Labels in minutes, before a colon, for the people, the time and the place of a meeting. */
const MEETING_LABELS = anyOf(
  `${anyOf(
    '议题, 主题, 议案, 会议主持人, 主持人, 与会人?, 参会人?, 出席人?, 列席, 请假, 缺席, 记录人?',
    '(?:会议|召开|活动)?(?:时间|日期|地点|方式)',
  )}(?:申报)?[\\d一二三四五]*\\s*[:：]`,
  `${anyOf(
    'attend(?:ing|ees|ance), present, participants?, apologies, regrets, absent, chair, scribe, host',
    'minutes(?: by| taker)?, agenda, date, time, location, next meeting',
  )}\\b[^:：]{0,20}[:：]`,
  'review (?:of )?(?:the )?(?:action items|(?:last|previous) (?:meeting|minutes))',
);
/** The end of the title of a Chinese topic. */
const TOPIC = '(?:进展|进度|评审|介绍|汇报|讨论|申请|方案|宣讲|选型|策略|征集|议题|情况|反馈|事宜|总结)';
/** The name of the speaker after the title of a topic. */
const SPEAKER = '(?:[（(][^）)]{2,20}[）)]|[-–—]+\\s?[\\p{Script=Han}、，,/]{2,20})';
/** A line about a meeting, `Attending: …`, or a topic with its speaker, `3. … 讨论 - 姓名`. */
export const AGENDA = new RegExp(
  anyOf(
    `^[\\s•●▪*\\-–—#\\d.、]*${MEETING_LABELS}`,
    '^(?!.*[需要请])[\\s\\d.、]*\\d[.、].{4,60}\\s[-–—]\\s?\\p{Script=Han}{2,4}(?:[、，,]\\s?\\p{Script=Han}+)*$',
    '(?:汇报|提案|申报|申请|发起|引导|主讲|报告)人\\s*[:：], ^\\s*附件',
    `^(?!.*[需要请。])[^，；：:]{4,60}(?:${TOPIC}|组)\\s*${SPEAKER}\\s*$`,
  ),
  'iu',
);
/** A topic of Chinese minutes, without its number, and with or without its speaker. */
export const TOPIC_LINE = new RegExp(
  [
    `${BULLET}(?!.*[需要请。；])[^，；：:]{4,60}${TOPIC}\\s*`,
    `(?:${SPEAKER}|-*\\s*\\p{Script=Han}{2,4})?\\s*$`,
  ].join(''),
  'u',
);
