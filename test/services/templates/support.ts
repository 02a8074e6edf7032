/** A template as organizers fill it in. */
export const FAIR = {
  description: 'Fair',
  groupCode: 'letter',
  unitCost: '12.5',
  unitDuration: 45,
  informationFlow: 'outbound',
  initiatedBy: 'us',
  correspondenceType: 'email',
  ignoreContactCorrespondenceType: false,
  campaignNo: 'cp1002',
  campaignTarget: true,
  campaignResponse: false,
  languageCode: null,
} as const;
