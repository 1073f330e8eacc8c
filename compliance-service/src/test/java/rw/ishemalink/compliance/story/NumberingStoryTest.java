package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Several owners compete for one device. They know of each other by the database alone, so that it is the same whether they are
 * workers of one instance or of several.
 */
@QuarkusTest
class NumberingStoryTest extends StoryTest {

    private static final String TENANT = "many-co";
    private static final String TIN = "999900005";
    private static final int SALES = 40;
    private static final int EVERY_SO_MANY_REFUSED = 7;

    @Inject
    ObjectMapper json;

    @Test
    void numbers_have_no_gap_and_sales_reach_the_device_in_their_order_though_owners_compete_and_some_are_refused() {
        List<Journey> journeys =
                IntStream.range(0, SALES).mapToObj(_ -> Journey.with(TENANT)).toList();
        List<Journey> refused = IntStream.range(0, SALES)
                .filter(place -> place % EVERY_SO_MANY_REFUSED == 0)
                .mapToObj(journeys::get)
                .toList();
        refused.forEach(journey -> authorities.deviceAnswers(journey, "910"));
        journeys.parallelStream().forEach(Journey::isPaid);

        await().until(() ->
                count("select count(*) from receipt_job where tin = '" + TIN + "'" + " and state in ('DONE', 'PARKED')")
                        == SALES);

        long signed = (long) SALES - refused.size();
        assertThat(numbersOnRecord("invoice_number")).isEqualTo(oneTo(signed));
        assertThat(numbersOnRecord("stock_number")).isEqualTo(oneTo(signed));
        assertThat(count("select last_invoice from fiscal_device where tin = '" + TIN + "'"))
                .isEqualTo(signed);
        assertThat(sentToDevice()).isSorted().contains(oneTo(signed).toArray(Long[]::new));
    }

    private List<Long> numbersOnRecord(String column) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        "select " + column + " from receipt_job where tin = :tin" + " and state = 'DONE' order by 1")
                .bind("tin", TIN)
                .mapTo(Long.class)
                .list());
    }

    /** Invoice numbers, in the order in which the device was sent them; a refused one is sent again with the next sale. */
    private List<Long> sentToDevice() {
        return authorities.sentToDevice(Authorities.SALES).stream()
                .map(this::read)
                .filter(sale -> sale.path("tin").asText().equals(TIN))
                .map(sale -> sale.path("invcNo").asLong())
                .toList();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
