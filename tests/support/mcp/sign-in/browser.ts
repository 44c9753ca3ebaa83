/** What a browser does whose person says yes to everything: it follows wherever it is sent, and says what it was shown at last. */
export async function browse(url: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(url)
  return { status: response.status, text: await response.text() }
}
