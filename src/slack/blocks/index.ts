export * from './amounts.ts';
export * from './blocks.ts';
export * from './elements.ts';
export * from './message.ts';
export * from './text-objects.ts';
export * from './views.ts';
