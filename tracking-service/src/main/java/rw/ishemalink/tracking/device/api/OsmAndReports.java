package rw.ishemalink.tracking.device.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.device.DeviceReport;
import rw.ishemalink.tracking.device.OsmAndForm;
import rw.ishemalink.tracking.device.OsmAndJson;
import rw.ishemalink.tracking.device.Reporters;
import rw.ishemalink.tracking.position.Reporting;

/** Reports of the OsmAnd protocol in any of its forms. */
@Singleton
final class OsmAndReports {

    private final Reporters reporters;
    private final Reporting reporting;
    private final ObjectMapper json;

    OsmAndReports(Reporters reporters, Reporting reporting, ObjectMapper json) {
        this.reporters = reporters;
        this.reporting = reporting;
        this.json = json;
    }

    /**
     * Takes a report; done once it is safe.
     *
     * @param parameters of the address, which say all, if they say who reports
     * @param body else: JSON or a form
     */
    CompletionStage<Void> take(Map<String, List<String>> parameters, byte[] body) {
        DeviceReport report = read(parameters, body);
        return reporters
                .findDevice(report.key())
                .thenCompose(reporter -> reporting.report(reporter, report.fixes()))
                .thenAccept(_ -> {});
    }

    private DeviceReport read(Map<String, List<String>> parameters, byte[] body) {
        if (OsmAndForm.isOne(parameters)) {
            return OsmAndForm.read(parameters);
        }
        return isJson(body) ? readJson(body) : OsmAndForm.read(form(body));
    }

    /** Whatever the client calls it: not all say what they send. */
    private static boolean isJson(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && body[at] == '{';
    }

    private DeviceReport readJson(byte[] body) {
        try {
            return OsmAndJson.read(json.readTree(body));
        } catch (IOException e) {
            throw ProblemException.badRequest("unreadable-report", "-");
        }
    }

    private static Map<String, List<String>> form(byte[] body) {
        try {
            return new QueryStringDecoder(new String(body, UTF_8), UTF_8, false).parameters();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("unreadable-report", "-");
        }
    }
}
