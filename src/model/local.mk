noinst_LIBRARIES += libmodel.a
libmodel_a_SOURCES = \
	src/model/agenda_model.h src/model/case_detail.h src/model/case_index.h \
	src/model/case_list.h src/model/overview.h src/model/trend.h
