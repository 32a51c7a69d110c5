tests_model_city = tests/model/city.c tests/model/city.h

check_PROGRAMS += tests/model/test_query tests/model/test_list tests/model/test_trend tests/model/test_overview
tests_model_test_query_SOURCES = tests/model/test_query.c $(tests_model_city)
tests_model_test_query_LDADD = $(LINK_MODEL)
tests_model_test_list_SOURCES = tests/model/test_list.c $(tests_model_city)
tests_model_test_list_LDADD = $(LINK_MODEL)
tests_model_test_trend_SOURCES = tests/model/test_trend.c $(tests_model_city)
tests_model_test_trend_LDADD = $(LINK_MODEL)
tests_model_test_overview_SOURCES = tests/model/test_overview.c $(tests_model_city)
tests_model_test_overview_LDADD = $(LINK_MODEL)
TESTS += tests/model/test_query tests/model/test_list tests/model/test_trend tests/model/test_overview

check_PROGRAMS += tests/model/chart_points
tests_model_chart_points_SOURCES = tests/model/chart_points.c
tests_model_chart_points_LDADD = libconfigfile.a $(LINK_MODEL) $(CONFIG_LIBS)
dist_check_SCRIPTS += tests/cli/chart.sh tests/cli/real-charts.sh
TESTS += tests/cli/chart.sh tests/cli/real-charts.sh

check_PROGRAMS += tests/model/test_meeting_model
tests_model_test_meeting_model_SOURCES = tests/model/test_meeting_model.c $(tests_meeting_script) $(tests_store_fixture)
tests_model_test_meeting_model_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store -I$(top_srcdir)/tests/unit
tests_model_test_meeting_model_LDADD = $(LINK_MODEL)
TESTS += tests/model/test_meeting_model

check_PROGRAMS += tests/model/test_members_model
tests_model_test_members_model_SOURCES = tests/model/test_members_model.c $(tests_store_fixture)
tests_model_test_members_model_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store
tests_model_test_members_model_LDADD = $(LINK_MODEL)
TESTS += tests/model/test_members_model

check_PROGRAMS += tests/model/test_docket
tests_model_test_docket_SOURCES = tests/model/test_docket.c $(tests_meeting_script) $(tests_store_fixture)
tests_model_test_docket_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/store -I$(top_srcdir)/tests/unit
tests_model_test_docket_LDADD = $(LINK_MODEL)
TESTS += tests/model/test_docket
