package rw.ishemalink.payment.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;

class StatementFileTest {

    @Test
    void every_line_is_one_movement() {
        assertThat(StatementFile.read(StatementFile.HEADER + """

                        3f6c,1000000001,COLLECTION,11800,118,SUCCEEDED,2026-11-21T08:00:00Z
                        9b1d,1000000002,REFUND,11800,0,FAILED,2026-11-21T08:00:01.5Z
                        """))
                .containsExactly(
                        new StatementLine(
                                "3f6c",
                                "1000000001",
                                Kind.COLLECTION,
                                11_800,
                                118,
                                Status.SUCCEEDED,
                                Instant.parse("2026-11-21T08:00:00Z")),
                        new StatementLine(
                                "9b1d",
                                "1000000002",
                                Kind.REFUND,
                                11_800,
                                0,
                                Status.FAILED,
                                Instant.parse("2026-11-21T08:00:01.5Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3f6c,1,COLLECTION,11800,118,SUCCEEDED",
                "3f6c,1,COLLECTION,118.50,118,SUCCEEDED,2026-11-21T08:00:00Z",
                "3f6c,1,GIFT,11800,118,SUCCEEDED,2026-11-21T08:00:00Z",
                "3f6c,1,COLLECTION,11800,118,SUCCEEDED,yesterday",
                ""
            })
    void half_a_statement_is_none(String line) {
        assertThatThrownBy(() -> StatementFile.read(StatementFile.HEADER + "\n" + line + "\n"))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>sign in</html>", "reference,amount"})
    void another_file_is_no_statement(String file) {
        assertThatThrownBy(() -> StatementFile.read(file)).isInstanceOf(ProviderUnavailableException.class);
    }
}
