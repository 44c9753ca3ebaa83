/** The files of a drop or a paste, images or not: what is none is told, not passed over. */
export const filesIn = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])]

/** Office programs put a picture of the text beside the text: then the text is meant. */
export const pastedImages = (data: DataTransfer | null): readonly File[] =>
  data === null || data.getData('text/plain') !== '' ? [] : filesIn(data).filter(({ type }) => type.startsWith('image/'))

/** While it is dragged its names and types are secret; that there are files is not. */
export const carriesFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false
