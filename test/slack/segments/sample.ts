import type {
  SegmentCard,
  SegmentHeader,
  SegmentStep,
  StepResult,
} from '../../../src/services/segments/types.ts';

const PERSON = { memberId: 101, slackUserId: 'U0RITA' };
const AT = new Date('2026-11-23T11:00:00Z');
const NO_OPTIONS = {
  expandCompanies: false,
  relatedCompanies: false,
  allowExisting: false,
  ignoreExclusion: false,
};

export const sampleHeader = (over: Partial<SegmentHeader> = {}): SegmentHeader => ({
  id: 1,
  no: 'SM00001',
  description: 'Autumn call',
  date: '2026-11-23',
  campaign: { id: 1, no: 'CP1001', description: 'Autumn', salespersonCode: 'OO' },
  template: { code: 'BUS', description: 'Business letter' },
  salesperson: { code: 'RR', name: 'Rita Rep' },
  unitCost: '8.00',
  unitDuration: 20,
  campaignTarget: false,
  campaignResponse: false,
  group: null,
  language: null,
  languages: {},
  subject: '',
  informationFlow: 'outbound',
  initiatedBy: 'us',
  correspondenceType: '',
  ignoreContactCorrespondenceType: false,
  cost: '512.00',
  duration: 1280,
  state: 'open',
  version: 3,
  counts: { companies: 9, people: 55 },
  currentStep: 1,
  lastStep: 1,
  createdBy: PERSON,
  changedBy: PERSON,
  changedAt: AT,
  ...over,
});

export const sampleStep = (over: Partial<SegmentStep> = {}): SegmentStep => ({
  no: 1,
  input: { kind: 'add', criteria: { version: 2, all: [] }, options: NO_OPTIONS },
  changed: { companies: 9, people: 55 },
  by: PERSON,
  at: AT,
  applied: true,
  ...over,
});

export const sampleCard = (over: Partial<SegmentCard> = {}): SegmentCard => ({
  header: sampleHeader(),
  steps: [sampleStep()],
  earlierSteps: 0,
  contacts: Array.from({ length: 10 }, (_, index) => ({
    lineNo: index + 1,
    contactNo: `CT00000${index}`,
    name: `Contact ${index}`,
    type: index === 0 ? ('company' as const) : ('person' as const),
    companyName: index === 0 ? 'Contact 0' : 'Company & Sons',
    city: 'Aarhus',
    email: '',
  })),
  from: 1,
  nextAfter: 10,
  cost: '512.00',
  duration: 1280,
  currency: 'EUR',
  needsApproval: true,
  approval: null,
  actions: ['add', 'reduce', 'refine', 'undo', 'submit', 'export'],
  ...over,
});

export const sampleResult = (over: Partial<StepResult> = {}): StepResult => ({
  segmentNo: 'SM00003',
  stepNo: 2,
  input: {
    kind: 'reduce',
    criteria: { version: 2, all: [{ field: 'type', expression: { op: 'eq', value: 'person' } }] },
    options: { entireCompanies: true },
  },
  did: 'step',
  added: { companies: 0, people: 0 },
  removed: { companies: 2, people: 10 },
  now: { companies: 7, people: 45 },
  version: 4,
  canUndo: true,
  canRedo: false,
  voided: false,
  ...over,
});
