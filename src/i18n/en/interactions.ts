export const interactions = {} as const;
