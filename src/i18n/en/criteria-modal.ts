export const criteriaModal = {} as const;
