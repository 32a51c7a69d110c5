# The data the program reads: themes, import maps, the example board file and the presets. Whatever lies in these folders is shipped,
# installed, and staged in the build tree (data/), so that an uninstalled program finds it through DAIS_DATA_DIR.
themesdir = $(pkgdatadir)/themes
mapsdir = $(pkgdatadir)/maps
presetsdir = $(pkgdatadir)/presets
dist_themes_DATA = $(wildcard $(top_srcdir)/themes/*.conf)
dist_maps_DATA = $(wildcard $(top_srcdir)/fixtures/maps/*.conf)
dist_presets_DATA = $(wildcard $(top_srcdir)/fixtures/presets/*.conf)
dist_pkgdata_DATA = $(wildcard $(top_srcdir)/fixtures/*.conf)

noinst_DATA += data/stamp
data/stamp: $(dist_themes_DATA) $(dist_maps_DATA) $(dist_presets_DATA) $(dist_pkgdata_DATA)
	$(AM_V_GEN)rm -rf data && $(MKDIR_P) data/themes data/maps data/presets && \
	for file in $(dist_themes_DATA); do cp "$$file" data/themes/ || exit 1; done && \
	for file in $(dist_maps_DATA); do cp "$$file" data/maps/ || exit 1; done && \
	for file in $(dist_presets_DATA); do cp "$$file" data/presets/ || exit 1; done && \
	for file in $(dist_pkgdata_DATA); do cp "$$file" data/ || exit 1; done && \
	chmod -R u+w data && touch $@
