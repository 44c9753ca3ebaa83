import { type Degrees, type Dimensions, plain, type Quantity } from './quantity'

const LENGTH: Dimensions = [1, 0, 0, 0, 0]
const AREA: Dimensions = [2, 0, 0, 0, 0]
const VOLUME: Dimensions = [3, 0, 0, 0, 0]
const MASS: Dimensions = [0, 1, 0, 0, 0]
const TIME: Dimensions = [0, 0, 1, 0, 0]
const TEMPERATURE: Dimensions = [0, 0, 0, 1, 0]
const DATA: Dimensions = [0, 0, 0, 0, 1]
const SPEED: Dimensions = [1, 0, -1, 0, 0]
const FORCE: Dimensions = [1, 1, -2, 0, 0]
const PRESSURE: Dimensions = [-1, 1, -2, 0, 0]
const ENERGY: Dimensions = [2, 1, -2, 0, 0]
const POWER: Dimensions = [2, 1, -3, 0, 0]
const FREQUENCY: Dimensions = [0, 0, -1, 0, 0]
const ANGLE: Dimensions = [0, 0, 0, 0, 0]

/** Every name of a unit, and how many base units it is. By the SI brochure and NIST SP 811, appendix B; US volumes are liquid ones. */
const TABLE: readonly (readonly [names: string, size: number, dimensions: Dimensions])[] = [
  ['nm nanometer nanometers', 1e-9, LENGTH],
  ['µm um micrometer micrometers micron microns', 1e-6, LENGTH],
  ['mm millimeter millimeters millimetre millimetres', 1e-3, LENGTH],
  ['cm centimeter centimeters centimetre centimetres', 1e-2, LENGTH],
  ['dm decimeter decimeters', 0.1, LENGTH],
  ['m meter meters metre metres', 1, LENGTH],
  ['km kilometer kilometers kilometre kilometres', 1e3, LENGTH],
  ['in inch inches', 0.0254, LENGTH],
  ['ft foot feet', 0.3048, LENGTH],
  ['yd yard yards', 0.9144, LENGTH],
  ['mi mile miles', 1609.344, LENGTH],
  ['nmi', 1852, LENGTH],
  ['au', 149_597_870_700, LENGTH],
  ['ly lightyear lightyears', 9_460_730_472_580_800, LENGTH],
  ['ha hectare hectares', 1e4, AREA],
  ['acre acres', 4046.856_422_4, AREA],
  ['sqm', 1, AREA],
  ['sqkm', 1e6, AREA],
  ['sqft', 0.092_903_04, AREA],
  ['sqmi', 2_589_988.110_336, AREA],
  ['ml mL milliliter milliliters millilitre millilitres', 1e-6, VOLUME],
  ['cl cL', 1e-5, VOLUME],
  ['dl dL', 1e-4, VOLUME],
  ['l L liter liters litre litres', 1e-3, VOLUME],
  ['tsp teaspoon teaspoons', 4.928_921_593_75e-6, VOLUME],
  ['tbsp tablespoon tablespoons', 1.478_676_478_125e-5, VOLUME],
  ['floz', 2.957_352_956_25e-5, VOLUME],
  ['cup cups', 2.365_882_365e-4, VOLUME],
  ['pt pint pints', 4.731_764_73e-4, VOLUME],
  ['qt quart quarts', 9.463_529_46e-4, VOLUME],
  ['gal gallon gallons', 3.785_411_784e-3, VOLUME],
  ['µg ug microgram micrograms', 1e-9, MASS],
  ['mg milligram milligrams', 1e-6, MASS],
  ['g gram grams', 1e-3, MASS],
  ['kg kilogram kilograms kilo kilos', 1, MASS],
  ['t tonne tonnes', 1e3, MASS],
  ['oz ounce ounces', 0.028_349_523_125, MASS],
  ['lb lbs pound pounds', 0.453_592_37, MASS],
  ['st stone', 6.350_293_18, MASS],
  ['ns', 1e-9, TIME],
  ['µs us', 1e-6, TIME],
  ['ms millisecond milliseconds', 1e-3, TIME],
  ['s sec second seconds', 1, TIME],
  ['min minute minutes', 60, TIME],
  ['h hr hour hours', 3_600, TIME],
  ['d day days', 86_400, TIME],
  ['week weeks', 604_800, TIME],
  ['month months', 2_629_746, TIME],
  ['year years', 31_556_952, TIME],
  ['K kelvin', 1, TEMPERATURE],
  ['bit bits', 1, DATA],
  ['kbit', 1e3, DATA],
  ['Mbit', 1e6, DATA],
  ['Gbit', 1e9, DATA],
  ['B byte bytes', 8, DATA],
  ['kB KB', 8e3, DATA],
  ['MB', 8e6, DATA],
  ['GB', 8e9, DATA],
  ['TB', 8e12, DATA],
  ['PB', 8e15, DATA],
  ['KiB', 8 * 2 ** 10, DATA],
  ['MiB', 8 * 2 ** 20, DATA],
  ['GiB', 8 * 2 ** 30, DATA],
  ['TiB', 8 * 2 ** 40, DATA],
  ['kmh kph', 1 / 3.6, SPEED],
  ['mph', 0.447_04, SPEED],
  ['kn knot knots', 1852 / 3_600, SPEED],
  ['N newton newtons', 1, FORCE],
  ['lbf', 4.448_221_615_260_5, FORCE],
  ['Pa pascal', 1, PRESSURE],
  ['hPa mbar', 100, PRESSURE],
  ['kPa', 1e3, PRESSURE],
  ['MPa', 1e6, PRESSURE],
  ['bar', 1e5, PRESSURE],
  ['atm', 101_325, PRESSURE],
  ['psi', 6_894.757_293_168_361, PRESSURE],
  ['mmHg', 133.322_387_415, PRESSURE],
  ['J joule joules', 1, ENERGY],
  ['kJ', 1e3, ENERGY],
  ['MJ', 1e6, ENERGY],
  ['cal calorie calories', 4.184, ENERGY],
  ['kcal', 4_184, ENERGY],
  ['Wh', 3_600, ENERGY],
  ['kWh', 3.6e6, ENERGY],
  ['MWh', 3.6e9, ENERGY],
  ['BTU Btu', 1_055.055_852_62, ENERGY],
  ['W watt watts', 1, POWER],
  ['kW kilowatt kilowatts', 1e3, POWER],
  ['MW', 1e6, POWER],
  ['hp horsepower', 745.699_871_582_270_2, POWER],
  ['PS', 735.498_75, POWER],
  ['Hz', 1, FREQUENCY],
  ['kHz', 1e3, FREQUENCY],
  ['MHz', 1e6, FREQUENCY],
  ['GHz', 1e9, FREQUENCY],
  ['rad', 1, ANGLE],
  ['° deg degree degrees', Math.PI / 180, ANGLE],
]

const DEGREES: readonly (readonly [names: string, degrees: Degrees])[] = [
  ['°C degC celsius', { scale: 1, offset: 273.15 }],
  ['°F degF fahrenheit', { scale: 5 / 9, offset: 459.67 * (5 / 9) }],
]

const BY_NAME: ReadonlyMap<string, Quantity> = new Map([
  ...TABLE.flatMap(([names, value, dimensions]) => names.split(' ').map((name): [string, Quantity] => [name, { ...plain(value), dimensions }])),
  ...DEGREES.flatMap(([names, degrees]) => names.split(' ').map((name): [string, Quantity] => [name, { value: 1, dimensions: TEMPERATURE, degrees, percent: false }])),
])

/** Symbols mean what they say in their own case; whole words in any. */
export const unitNamed = (name: string): Quantity | null => BY_NAME.get(name) ?? (name.length > 3 ? (BY_NAME.get(name.toLowerCase()) ?? null) : null)
