#pragma once

// Which characters this machine can draw, asked of the fontconfig that Graphviz' renderer has loaded by then. It is not
// linked: where Graphviz draws without it, there is no answer.

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

// What fontconfig calls FcFontSet.
struct journey_fonts {
  int count;
  int room;
  void **fonts;
};

// Whether an installed font has the character: 1 or 0, -1 where nobody can tell.
static inline int journey_font_has(uint32_t character) {
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_NOLOAD);
  if (library == NULL) library = dlopen("libfontconfig.1.dylib", RTLD_LAZY | RTLD_NOLOAD);
  if (library == NULL) return -1;
  struct journey_fonts *(*installed)(void *, int) =
      (struct journey_fonts *(*)(void *, int))dlsym(library, "FcConfigGetFonts");
  int (*characters)(void *, const char *, int, void **) =
      (int (*)(void *, const char *, int, void **))dlsym(library, "FcPatternGetCharSet");
  int (*has)(void *, uint32_t) = (int (*)(void *, uint32_t))dlsym(library, "FcCharSetHasChar");
  int answer = -1;
  if (installed != NULL && characters != NULL && has != NULL) {
    // The present configuration's fonts of the system; they belong to fontconfig.
    struct journey_fonts *all = installed(NULL, 0);
    answer = 0;
    for (int font = 0; all != NULL && font < all->count && answer == 0; font++) {
      void *set = NULL;
      if (characters(all->fonts[font], "charset", 0, &set) == 0 && set != NULL && has(set, character)) answer = 1;
    }
  }
  dlclose(library);
  return answer;
}
