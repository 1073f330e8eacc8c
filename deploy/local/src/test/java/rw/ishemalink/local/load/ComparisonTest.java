package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Map<String, List<Long>> VIEWS =
            Map.of("tea", List.of(3L, 300L), "coffee", List.of(3L, 100L), "maize", List.of(1L, 10L));

    @Test
    void the_same_is_the_same() {
        assertThat(new Comparison("goods", VIEWS, VIEWS, true).differences()).isEmpty();
    }

    @Test
    void what_differs_is_named_with_both_sums() {
        Map<String, List<Long>> streams =
                Map.of("tea", List.of(3L, 301L), "coffee", List.of(3L, 100L), "maize", List.of(1L, 10L));

        assertThat(new Comparison("goods", streams, VIEWS, true).differences())
                .containsExactly("goods of tea: streams [3, 301], views [3, 300]");
    }

    @Test
    void what_is_missing_on_either_side_is_named() {
        assertThat(new Comparison("goods", Map.of("tea", List.of(3L, 300L)), VIEWS, true).differences())
                .hasSize(2);
        assertThat(new Comparison("goods", Map.of("salt", List.of(1L, 1L)), Map.of(), true).differences())
                .containsExactly("goods of salt: streams [1, 1], views null");
    }

    @Test
    void of_the_first_few_those_who_are_equal_may_stand_in_any_order() {
        assertThat(new Comparison("goods", Map.of("tea", List.of(3L, 300L)), VIEWS, false).differences())
                .isEmpty();
        assertThat(new Comparison("goods", Map.of("coffee", List.of(3L, 100L)), VIEWS, false).differences())
                .isEmpty();
    }

    @Test
    void of_the_first_few_none_may_be_left_out() {
        assertThat(new Comparison("goods", Map.of("maize", List.of(1L, 10L)), VIEWS, false).differences())
                .containsExactly("goods: those that are named are not the first");
    }
}
