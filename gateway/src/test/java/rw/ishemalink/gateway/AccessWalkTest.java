package rw.ishemalink.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.walk.AccessWalk;

/** The door's own endpoints. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
@QuarkusTestResource(value = AllUp.class, restrictToAnnotatedClass = true)
class AccessWalkTest {

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("gateway")
                .open("GET /api/health/deep", "For whoever watches the suite: which services are up, and nothing else.")
                .walk();
    }
}
