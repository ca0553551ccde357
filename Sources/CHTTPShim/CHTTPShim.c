#include "CHTTPShim.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

// The part of libcurl's interface that is used, with its numbers (curl/curl.h, stable since 7.85).
typedef struct curl_list curl_list;
extern int curl_global_init(long flags);
extern void *curl_easy_init(void);
extern int curl_easy_setopt(void *handle, int option, ...);
extern int curl_easy_perform(void *handle);
extern int curl_easy_getinfo(void *handle, int info, ...);
extern void curl_easy_cleanup(void *handle);
extern const char *curl_easy_strerror(int code);
extern curl_list *curl_slist_append(curl_list *list, const char *line);
extern void curl_slist_free_all(curl_list *list);

enum {
  TIMEOUT = 13, LOW_SPEED_LIMIT = 19, LOW_SPEED_TIME = 20, NOPROGRESS = 43, FOLLOWLOCATION = 52, FORBID_REUSE = 75,
  CONNECTTIMEOUT = 78, NOSIGNAL = 99, PROTOCOLS = 181, HTTP09_ALLOWED = 285,
  WRITEDATA = 10001, URL = 10002, POSTFIELDS = 10015, HTTPHEADER = 10023, HEADERDATA = 10029, CUSTOMREQUEST = 10036,
  XFERINFODATA = 10057, WRITEFUNCTION = 20011, HEADERFUNCTION = 20079, XFERINFOFUNCTION = 20219,
  POSTFIELDSIZE_LARGE = 30120,
  INFO_RESPONSE_CODE = 0x200002, INFO_REQUEST_SIZE = 0x20000C,
  GLOBAL_ALL = 3, HTTP_AND_HTTPS = 3
};

typedef struct {
  uint8_t *bytes;
  size_t count, room;
} buffer;

struct sapa_http {
  char *method, *url;
  curl_list *headers;
  uint8_t *body;
  size_t body_count, limit;
  buffer head, answer;
  long sent, status;
  atomic_bool cancelled;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void start(void) { curl_global_init(GLOBAL_ALL); }

static size_t append(buffer *into, const void *bytes, size_t count) {
  if (into->count + count > into->room) {
    size_t room = (into->count + count) * 2;
    uint8_t *more = realloc(into->bytes, room);
    if (more == NULL) return 0;
    into->bytes = more;
    into->room = room;
  }
  memcpy(into->bytes + into->count, bytes, count);
  into->count += count;
  return count;
}

static size_t take_head(char *bytes, size_t size, size_t count, void *context) {
  sapa_http *request = context;
  // Of several heads, such as one with status 100 before the real one, the last counts.
  if (size * count >= 5 && memcmp(bytes, "HTTP/", 5) == 0) request->head.count = 0;
  if (request->head.count + size * count > (1 << 20)) return 0;
  return append(&request->head, bytes, size * count);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  sapa_http *request = context;
  if (request->answer.count + size * count > request->limit) return 0;
  return append(&request->answer, bytes, size * count);
}

static int progress(void *context, int64_t a, int64_t b, int64_t c, int64_t d) {
  (void)a, (void)b, (void)c, (void)d;
  return atomic_load(&((sapa_http *)context)->cancelled);
}

sapa_http *sapa_http_new(const char *method, const char *url) {
  sapa_http *request = calloc(1, sizeof *request);
  if (request == NULL) return NULL;
  request->method = strdup(method);
  request->url = strdup(url);
  return request;
}

void sapa_http_add_header(sapa_http *request, const char *line) {
  curl_list *list = curl_slist_append(request->headers, line);
  if (list != NULL) request->headers = list;
}

void sapa_http_set_body(sapa_http *request, const uint8_t *bytes, size_t count) {
  free(request->body);
  request->body = malloc(count + 1);
  if (request->body == NULL) return;
  if (count > 0) memcpy(request->body, bytes, count);
  request->body_count = count;
}

int sapa_http_perform(sapa_http *request, long idle, long total, size_t limit) {
  pthread_once(&once, start);
  void *handle = curl_easy_init();
  if (handle == NULL || request->method == NULL || request->url == NULL) return 27;
  request->limit = limit;
  curl_easy_setopt(handle, URL, request->url);
  curl_easy_setopt(handle, PROTOCOLS, (long)HTTP_AND_HTTPS);
  curl_easy_setopt(handle, CUSTOMREQUEST, request->method);
  curl_easy_setopt(handle, HTTPHEADER, request->headers);
  curl_easy_setopt(handle, FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, FORBID_REUSE, 1L);
  curl_easy_setopt(handle, HTTP09_ALLOWED, 0L);
  curl_easy_setopt(handle, NOSIGNAL, 1L);
  curl_easy_setopt(handle, CONNECTTIMEOUT, idle);
  curl_easy_setopt(handle, TIMEOUT, total);
  curl_easy_setopt(handle, LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle, LOW_SPEED_TIME, idle);
  curl_easy_setopt(handle, HEADERFUNCTION, take_head);
  curl_easy_setopt(handle, HEADERDATA, request);
  curl_easy_setopt(handle, WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, WRITEDATA, request);
  curl_easy_setopt(handle, XFERINFOFUNCTION, progress);
  curl_easy_setopt(handle, XFERINFODATA, request);
  curl_easy_setopt(handle, NOPROGRESS, 0L);
  if (request->body != NULL) {
    curl_easy_setopt(handle, POSTFIELDSIZE_LARGE, (int64_t)request->body_count);
    curl_easy_setopt(handle, POSTFIELDS, request->body);
  }
  int code = curl_easy_perform(handle);
  curl_easy_getinfo(handle, INFO_REQUEST_SIZE, &request->sent);
  curl_easy_getinfo(handle, INFO_RESPONSE_CODE, &request->status);
  curl_easy_cleanup(handle);
  return code;
}

void sapa_http_cancel(sapa_http *request) { atomic_store(&request->cancelled, 1); }

long sapa_http_sent(const sapa_http *request) { return request->sent; }

long sapa_http_status(const sapa_http *request) { return request->status; }

const uint8_t *sapa_http_head(const sapa_http *request, size_t *count) {
  *count = request->head.count;
  return request->head.bytes;
}

const uint8_t *sapa_http_body(const sapa_http *request, size_t *count) {
  *count = request->answer.count;
  return request->answer.bytes;
}

const char *sapa_http_words(int code) { return curl_easy_strerror(code); }

void sapa_http_free(sapa_http *request) {
  curl_slist_free_all(request->headers);
  free(request->method);
  free(request->url);
  free(request->body);
  free(request->head.bytes);
  free(request->answer.bytes);
  free(request);
}
