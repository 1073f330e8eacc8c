package rw.ishemalink.gateway.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureWindowTest {

    @Test
    void so_many_failures_of_the_last_answers_are_too_many() {
        FailureWindow window = new FailureWindow(3, 5);
        assertThat(window.add(false)).isFalse();
        assertThat(window.add(true)).isFalse();
        assertThat(window.add(false)).isFalse();
        assertThat(window.add(true)).isFalse();
        assertThat(window.add(false)).isTrue();
    }

    @Test
    void old_answers_are_forgotten() {
        FailureWindow window = new FailureWindow(2, 2);
        assertThat(window.add(false)).isFalse();
        assertThat(window.add(true)).isFalse();
        assertThat(window.add(false)).isFalse();
        assertThat(window.add(false)).isTrue();
        window.clear();
        assertThat(window.add(false)).isFalse();
    }
}
