// One request by libcurl: the library of C functions that Foundation's own networking uses, too.
//
// Foundation's URLSession keeps a processor busy for as long as it waits for an answer on Linux, and it cannot tell
// whether a request that failed has left. libcurl does neither. Its header is not needed: what is used of its binary
// interface, which has been the same since 2006, is declared in the source.
#ifndef CHTTPSHIM_H
#define CHTTPSHIM_H

#include <stddef.h>
#include <stdint.h>

typedef struct sapa_http sapa_http;

/// Makes a request; both texts are copied. NULL without memory.
sapa_http *sapa_http_new(const char *method, const char *url);
/// Adds a line such as `Accept: text/plain`; it is copied.
void sapa_http_add_header(sapa_http *request, const char *line);
/// Sets the body; it is copied.
void sapa_http_set_body(sapa_http *request, const uint8_t *bytes, size_t count);
/// Sends it, once, and waits for the whole answer; redirects are answers. Blocks. 0 when there is an answer, else
/// libcurl's code. `idle`: seconds without a byte; `total`: seconds in all; `limit`: bytes of an answer.
int sapa_http_perform(sapa_http *request, long idle, long total, size_t limit);
/// Ends waiting, from any thread, within about a second.
void sapa_http_cancel(sapa_http *request);
/// Bytes of the request that have left, or 0 when there was no connection.
long sapa_http_sent(const sapa_http *request);
/// The status of the answer; 0 without one.
long sapa_http_status(const sapa_http *request);
/// The lines of the answer's head, valid until it is freed.
const uint8_t *sapa_http_head(const sapa_http *request, size_t *count);
/// The body of the answer, valid until it is freed.
const uint8_t *sapa_http_body(const sapa_http *request, size_t *count);
/// libcurl's words for a code.
const char *sapa_http_words(int code);
/// Frees it.
void sapa_http_free(sapa_http *request);

#endif
