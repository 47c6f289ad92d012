#pragma once

// The only door to libgraphviz. Its headers differ between releases (lengths are unsigned int or size_t, text is char *
// or const char *), so Swift sees the functions below and nothing depends on which release is installed.

#include <gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Where messages of the running call go; one slot, because the library itself has one.
static inline FILE **journey_graphviz_log(void) {
  static FILE *log = NULL;
  return &log;
}

static inline int journey_graphviz_note(char *text) {
  FILE *log = *journey_graphviz_log();
  if (log != NULL && text != NULL) fputs(text, log);
  return 0;
}

static inline void *journey_graphviz_open(void) {
  return gvContext();
}

static inline void journey_graphviz_close(void *context) {
  if (context != NULL) gvFreeContext((GVC_t *)context);
}

// Lays out and draws `dot`. Returns 0 when there is a drawing, else the step that failed: 1 memory, 2 reading,
// 3 layout, 4 drawing. `*bytes` and `*messages` belong to the caller (free), whatever is returned.
static inline int journey_graphviz_render(
    void *context, const char *dot, const char *engine, const char *format,
    char **bytes, size_t *length, char **messages) {
  size_t noted = 0;
  *bytes = NULL;
  *length = 0;
  *messages = NULL;
  FILE *log = open_memstream(messages, &noted);
  if (log == NULL) return 1;
  *journey_graphviz_log() = log;
  agseterr(AGWARN);
  agseterrf((agusererrf)journey_graphviz_note);

  int failed = 0;
  Agraph_t *graph = agmemread(dot);
  if (graph == NULL) {
    failed = 2;
  } else {
    if (gvLayout((GVC_t *)context, graph, engine) != 0) {
      failed = 3;
    } else {
      FILE *out = open_memstream(bytes, length);
      if (out == NULL) {
        failed = 1;
      } else {
        if (gvRender((GVC_t *)context, graph, format, out) != 0) failed = 4;
        if (fclose(out) != 0 && failed == 0) failed = 1;
      }
      gvFreeLayout((GVC_t *)context, graph);
    }
    agclose(graph);
  }

  agseterrf(NULL);
  *journey_graphviz_log() = NULL;
  fclose(log);
  return failed;
}
