package rw.ishemalink.local.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RebuildProgressTest {

    @Test
    void it_is_told_in_facts() {
        RebuildProgress progress = RebuildProgress.parse("""
                {"status":"DOWN","checks":[
                  {"name":"registry","status":"UP"},
                  {"name":"streams","status":"DOWN","data":{"state":"RUNNING","done":1200,"all":4800}}]}""");

        assertThat(progress).isEqualTo(new RebuildProgress("RUNNING", 1_200, 4_800));
        assertThat(progress.text()).isEqualTo("1,200 of 4,800 facts and events (25 %), running");
    }

    @Test
    void facts_and_state_may_be_told_by_two_checks() {
        RebuildProgress progress = RebuildProgress.parse("""
                {"checks":[{"name":"streams","data":{"state":"PENDING_ERROR"}},
                           {"name":"generation","data":{"done":5,"all":4}}]}""");

        assertThat(progress.text()).isEqualTo("5 of 4 facts and events (100 %), pending error");
    }

    @Test
    void who_says_nothing_is_starting() {
        assertThat(RebuildProgress.parse("")).isEqualTo(RebuildProgress.STARTING);
        assertThat(RebuildProgress.parse("<html>")).isEqualTo(RebuildProgress.STARTING);
        assertThat(RebuildProgress.parse("{}").text()).isEqualTo("starting");
    }
}
