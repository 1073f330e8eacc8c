package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.query.Cluster;
import rw.ishemalink.analytics.query.Moving;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** While every partition is away. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AwayTest {

    @Test
    void the_caller_is_told_with_503_when_to_ask_again() {
        QuarkusMock.installMockForType(Moving.cluster(), Cluster.class);

        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR)
                        .tenant("t" + UUID.randomUUID())
                        .sign())
                .get("/api/analytics/routes/top")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo("urn:ishemalink:problem:stores-moving"));
    }
}
