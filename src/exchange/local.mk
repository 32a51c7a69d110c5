noinst_LIBRARIES += libexchange.a
libexchange_a_SOURCES = \
	src/exchange/csv.h src/exchange/decode.h src/exchange/table.h
