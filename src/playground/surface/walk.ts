import { shortName } from '../ids.ts';
import { isObject, type JsonObject, objectsOf, stringOf } from '../json.ts';

/** An element that people can act on, with the block it stands in. */
export interface Placed {
  block: JsonObject;
  blockId: string;
  element: JsonObject;
  actionId: string;
  type: string;
  /** Stands in an input block: acting on it only dispatches if the block asks for it. */
  inInput: boolean;
}

function elementsOf(block: JsonObject): JsonObject[] {
  switch (block.type) {
    case 'section':
      return objectsOf([block.accessory]);
    case 'input':
      return objectsOf([block.element]);
    case 'actions':
    case 'context_actions':
      return objectsOf(block.elements);
    case 'card':
      return objectsOf(block.actions);
    default:
      return [];
  }
}

/** The blocks with those that stand inside others. */
function flatten(blocks: JsonObject[]): JsonObject[] {
  return blocks.flatMap((block) => {
    if (block.type === 'carousel') return [block, ...objectsOf(block.elements)];
    if (block.type === 'container') return [block, ...flatten(objectsOf(block.child_blocks))];
    return [block];
  });
}

/** All elements of the blocks that a person can act on, in reading order. */
export function placedElements(blocks: unknown): Placed[] {
  return flatten(objectsOf(blocks)).flatMap((block) =>
    elementsOf(block)
      .filter((element) => element.type !== 'image')
      .map((element) => ({
        block,
        blockId: stringOf(block.block_id) ?? '',
        element,
        actionId: stringOf(element.action_id) ?? '',
        type: stringOf(element.type) ?? '',
        inInput: block.type === 'input',
      })),
  );
}

/** The element of that name, if the blocks have it. */
export function findPlaced(blocks: unknown, blockId: string, actionId: string): Placed | undefined {
  return placedElements(blocks).find((placed) => placed.blockId === blockId && placed.actionId === actionId);
}

/** A copy of the blocks in which every block and element has a name, as Slack gives them back. */
export function withIds(blocks: unknown): JsonObject[] {
  const copy = objectsOf(structuredClone(blocks));
  for (const block of flatten(copy)) {
    block.block_id ??= shortName();
    for (const element of elementsOf(block)) {
      if (isObject(element) && element.type !== 'image') element.action_id ??= shortName();
    }
  }
  return copy;
}

/** The input blocks, wherever they stand. */
export function inputBlocks(blocks: unknown): JsonObject[] {
  return flatten(objectsOf(blocks)).filter((block) => block.type === 'input');
}
