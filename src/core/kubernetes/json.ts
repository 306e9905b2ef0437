/** What a YAML document can mean to the API server: exactly what JSON can say. */
export type Json = null | boolean | number | string | JsonArray | JsonObject
export type JsonArray = Json[]
export interface JsonObject {
  [key: string]: Json
}

/** Takes any value of a document; says whether it is a mapping (YAML's word for a JSON object). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Takes any value of a document; says whether it is a sequence (YAML's word for a JSON array). */
export function isArray(value: Json | undefined): value is JsonArray {
  return Array.isArray(value)
}
