package rw.ishemalink.booking;

import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.ServiceRules;

class ArchitectureTest {

    @Test
    void booking_service_keeps_the_house_rules() {
        ServiceRules.check("rw.ishemalink.booking", "booking", "dispatch", "notification");
    }
}
