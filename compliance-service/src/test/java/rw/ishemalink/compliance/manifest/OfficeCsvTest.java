package rw.ishemalink.compliance.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.manifest.OfficeCsv.LineError;
import rw.ishemalink.compliance.manifest.store.OfficeLine;

class OfficeCsvTest {

    @Test
    void a_good_list_is_read_with_border_posts_by_their_plain_name() {
        OfficeCsv.Read read = OfficeCsv.read("\uFEFFborder_post,code,name\r\nPetite Barrière,pb01,\"Rubavu, PB\"\r\n");
        assertThat(read.errors()).isEmpty();
        assertThat(read.offices()).containsExactly(new OfficeLine("petite-barriere", "PB01", "Rubavu, PB"));
    }

    @Test
    void everything_that_is_wrong_is_said_by_line() {
        OfficeCsv.Read read = OfficeCsv.read("""
                border_post,code,name
                Gatuna,TOOLONG,Gatuna
                Rusumo,RUS
                Gatuna,GAT,
                ,KAG,Kagitumba
                """);
        assertThat(read.errors())
                .containsExactly(
                        new LineError(2, "code is 1 to 5 letters or digits"),
                        new LineError(3, "a line has 3 fields, this one has 2"),
                        new LineError(4, "name is 1 to 70 characters"),
                        new LineError(4, "this border post stands in the list before"),
                        new LineError(5, "border_post is empty"));
    }

    @Test
    void a_list_needs_its_first_line_and_at_least_one_office() {
        assertThat(OfficeCsv.read("").errors()).containsExactly(new LineError(1, "the list is empty"));
        assertThat(OfficeCsv.read("border_post,code,name\n").errors()).hasSize(1);
        assertThat(OfficeCsv.read("code,name\nGAT,Gatuna\n").errors())
                .contains(new LineError(1, "the first line is border_post,code,name"));
        assertThat(OfficeCsv.read("border_post,code,name\nGatuna,GAT,\"open\n").errors())
                .isNotEmpty();
    }
}
