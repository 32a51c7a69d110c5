# Languages. A new one: `make po/xx.po`-style copy of dais.pot, its code in LANGUAGES, then msgfmt does the rest.
# `make update-po` reads the strings out of the sources again and merges them into every catalogue.
LANGUAGES = es
EXTRA_DIST += po/POTFILES po/dais.pot $(LANGUAGES:%=po/%.po)
CATALOGUES = $(LANGUAGES:%=po/%.mo)

if HAVE_MSGFMT
# Staged beside the data, so that an uninstalled program speaks them too.
noinst_DATA += data/locale.stamp
data/locale.stamp: $(CATALOGUES) data/stamp
	$(AM_V_at)for lang in $(LANGUAGES); do \
		$(MKDIR_P) data/locale/$$lang/LC_MESSAGES && cp po/$$lang.mo data/locale/$$lang/LC_MESSAGES/dais.mo || exit 1; \
	done; touch $@
install-data-local: $(CATALOGUES)
	@for lang in $(LANGUAGES); do \
		$(MKDIR_P) "$(DESTDIR)$(localedir)/$$lang/LC_MESSAGES" && \
		$(INSTALL_DATA) po/$$lang.mo "$(DESTDIR)$(localedir)/$$lang/LC_MESSAGES/dais.mo" || exit 1; \
	done
uninstall-local:
	@for lang in $(LANGUAGES); do rm -f "$(DESTDIR)$(localedir)/$$lang/LC_MESSAGES/dais.mo"; done
endif
CLEANFILES += $(CATALOGUES)

po/%.mo: $(top_srcdir)/po/%.po
	$(AM_V_GEN)$(MKDIR_P) po && $(MSGFMT) --check-format -o $@ $<

XGETTEXT_FLAGS = --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 --keyword=counted:1,2 --add-comments=TRANSLATORS: \
	--package-name=dais --copyright-holder="the authors of dais" --no-location --sort-output
update-po:
	cd $(top_srcdir) && find src -name '*.[ch]' | LC_ALL=C sort > po/POTFILES && \
	sed -n 's/^\tX([A-Z0-9_]*, \("[^"]*"\),.*/NC_("command", \1)/p' src/app/command_list.h | \
	xgettext $(XGETTEXT_FLAGS) --files-from=po/POTFILES - -o - | sed -e '/^"POT-Creation-Date/d' \
		-e 's/charset=CHARSET/charset=UTF-8/' > po/dais.pot && \
	for lang in $(LANGUAGES); do msgmerge -q --no-fuzzy-matching --update --backup=none po/$$lang.po po/dais.pot || exit 1; done
.PHONY: update-po
