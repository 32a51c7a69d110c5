# The manual, and the pictures that dais draws of itself.
dist_man1_MANS = doc/dais.1
EXTRA_DIST += doc/manual.sh doc/architecture.md doc/dependencies.md doc/overview.svg doc/cases.svg doc/trends.svg

update-manual: dais$(EXEEXT)
	$(AM_V_GEN)$(SHELL) $(top_srcdir)/doc/manual.sh $(top_srcdir) ./dais$(EXEEXT) >doc-dais.1.new && \
		mv doc-dais.1.new $(top_srcdir)/doc/dais.1

# Invented data, a fixed day and a fixed seed: the same pictures every time.
PICTURE_NOW = 2024-12-16T18:00
PICTURE = LC_ALL=C.UTF-8 TZ=UTC DAIS_DATA_DIR=$(abs_top_builddir)/data ./dais$(EXEEXT)
pictures: dais$(EXEEXT) data/stamp
	@rm -rf picture.db* && $(PICTURE) demo picture.db --seed 1 --now $(PICTURE_NOW) >/dev/null && \
	for screen in overview cases trends; do \
		$(PICTURE) render picture.db --screen $$screen --size 120x36 --format svg --now $(PICTURE_NOW) >picture.svg && \
		mv picture.svg $(top_srcdir)/doc/$$screen.svg || exit 1; \
	done; rm -rf picture.db*
.PHONY: update-manual pictures
