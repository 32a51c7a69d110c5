# Completions for bash, zsh and fish, made from the program's own help.
EXTRA_DIST += completions/generate.sh
if !CROSS
bashcompletion_DATA = completions/dais
zshcompletion_DATA = completions/_dais
fishcompletion_DATA = completions/dais.fish
CLEANFILES += $(bashcompletion_DATA) $(zshcompletion_DATA) $(fishcompletion_DATA)
COMPLETION = $(AM_V_GEN)$(MKDIR_P) completions && $(SHELL) $(top_srcdir)/completions/generate.sh
completions/dais: dais$(EXEEXT) completions/generate.sh
	$(COMPLETION) bash ./dais$(EXEEXT) $(top_srcdir) '$(pkgdatadir)' >$@.new && mv $@.new $@
completions/_dais: dais$(EXEEXT) completions/generate.sh
	$(COMPLETION) zsh ./dais$(EXEEXT) $(top_srcdir) '$(pkgdatadir)' >$@.new && mv $@.new $@
completions/dais.fish: dais$(EXEEXT) completions/generate.sh
	$(COMPLETION) fish ./dais$(EXEEXT) $(top_srcdir) '$(pkgdatadir)' >$@.new && mv $@.new $@
endif
