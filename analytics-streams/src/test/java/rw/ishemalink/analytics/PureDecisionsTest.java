package rw.ishemalink.analytics;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.junit.jupiter.api.Test;

/** What decides knows no machinery; the stream, its processors and the index key are the only ones that may. */
class PureDecisionsTest {

    private static final String ROOT = "rw.ishemalink.analytics";

    /** How these are kept, and in which bytes. */
    private static final Set<String> KEPT_OF_PEOPLE_AND_TRAFFIC =
            Set.of("CustomerIndex", "CustomerCodec", "FactsSerde", "MessageCodec", "Sightings");

    private static final Set<String> CELLS_AS_KEPT = Set.of("CellChanges", "CellCodec", "CellStore", "LetGo");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void what_decides_is_free_of_kafka_and_quarkus() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".drivers",
                        ROOT + ".law",
                        ROOT + ".facts",
                        ROOT + ".customers",
                        ROOT + ".messages",
                        ROOT + ".traffic")
                .and(describe("decide", type -> !isMachinery(type)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.quarkus..", "jakarta..", "java.net..")
                .check(classes);
    }

    /** Keys are Kafka's bytes, and two classes keep the stores. */
    @Test
    void what_is_counted_where_is_free_of_kafka_and_quarkus() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cube")
                .and(describe("decide", type -> !CELLS_AS_KEPT.contains(type.getSimpleName())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.quarkus..", "jakarta..", "java.net..")
                .check(classes);
    }

    @Test
    void only_the_stream_of_bookings_and_the_checker_of_the_law_know_booking_events() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".facts", ROOT + ".cube", ROOT + ".law")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("rw.ishemalink.schemas.booking..")
                .check(classes);
    }

    @Test
    void what_is_counted_does_not_know_who_asks() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".drivers",
                        ROOT + ".facts",
                        ROOT + ".cube",
                        ROOT + ".law",
                        ROOT + ".store",
                        ROOT + ".customers",
                        ROOT + ".messages",
                        ROOT + ".traffic")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".query..", ROOT + ".engine..")
                .check(classes);
    }

    @Test
    void reports_are_made_and_written_without_machinery() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".report")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.quarkus..", "jakarta..", "java.net..")
                .check(classes);
    }

    private static boolean isMachinery(JavaClass type) {
        return type.isAssignableTo(Processor.class)
                || type.isAssignableTo(ProcessorSupplier.class)
                || type.isAssignableTo(Serde.class)
                || type.isAssignableTo(TimestampExtractor.class)
                || type.getName().contains("Stream")
                || type.getName().contains("KnownViolations")
                || type.getName().contains("RankIndex")
                || type.getSimpleName().equals("BoardQuery")
                || type.getSimpleName().equals("ClosedDossiers")
                || KEPT_OF_PEOPLE_AND_TRAFFIC.contains(type.getSimpleName());
    }
}
