package rw.ishemalink.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.schemas.wire.SchemaVersions;
import rw.ishemalink.schemas.wire.SchemaVersions.Version;

class ContractsTest {

    @ParameterizedTest
    @EnumSource
    void the_contract_in_use_is_committed_as_the_latest_version(Topics topic) throws IOException {
        List<Version> versions = SchemaVersions.versions(topic);
        boolean committed = !versions.isEmpty()
                && CommittedContract.json(versions.getLast().schema()).equals(CommittedContract.json(topic.schema()));
        if (!committed && CommittedContract.FREEZE) {
            CommittedContract.freeze(topic, versions.size() + 1);
            return;
        }
        assertThat(committed)
                .as(
                        "%s differs from its committed version %d: run the tests of schemas with -Dfreeze to commit a new one",
                        topic.subject(), versions.size())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_committed_version_can_live_with_every_other(Topics topic) {
        List<Version> versions = SchemaVersions.versions(topic);
        for (Version earlier : versions) {
            for (Version later : versions.subList(earlier.number(), versions.size())) {
                assertThat(Compatibility.problems(earlier.schema(), later.schema()))
                        .as("%s v%d and v%d", topic.subject(), earlier.number(), later.number())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_field_is_documented_and_every_enum_has_a_default(Topics topic) {
        Schema schema = topic.schema();
        assertThat(Compatibility.shortcomings(schema)).isEmpty();
    }
}
