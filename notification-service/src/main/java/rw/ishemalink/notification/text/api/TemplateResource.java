package rw.ishemalink.notification.text.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.brand.Brands;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.Urgency;
import rw.ishemalink.notification.text.Examples;
import rw.ishemalink.notification.text.GsmAlphabet;
import rw.ishemalink.notification.text.MailPage;
import rw.ishemalink.notification.text.Texts;
import rw.ishemalink.schemas.Language;

/** Every text that is sent, and how it would read in the caller's tenant. */
@Path("/api/notifications/templates")
@Tag(name = "Templates")
@RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class TemplateResource {

    private static final int LONGEST = 200;

    /** One text: how it travels, how pressing it is, and what fills it. */
    public record TemplateInfo(Template template, Channel channel, Urgency urgency, List<String> parameters) {}

    /**
     * What to show.
     *
     * @param parameters by name; examples stand in for those that are not given
     */
    public record Wanted(
            @NotNull Language language,
            @Nullable Map<@NotNull String, @NotNull @Size(max = LONGEST) String> parameters) {}

    /**
     * How it reads.
     *
     * @param subject of an e-mail; null of an SMS
     * @param html of an e-mail; null of an SMS
     * @param parts in how many an SMS goes; 0 of an e-mail
     */
    public record Preview(
            Channel channel,
            @Nullable String subject,
            String text,
            @Nullable String html,
            int parts) {}

    private final Brands brands;
    private final Caller caller;

    TemplateResource(Brands brands, Caller caller) {
        this.brands = brands;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Every text that is sent")
    public List<TemplateInfo> list() {
        return Arrays.stream(Template.values())
                .map(it -> new TemplateInfo(it, it.channel(), it.urgency(), it.parameters()))
                .toList();
    }

    @POST
    @Path("{template}/preview")
    @Operation(summary = "How a text reads with my tenant's brand; nothing is sent")
    @APIResponse(responseCode = "200", description = "The text as it would go out")
    @APIResponse(responseCode = "400", description = "A parameter that the text has not, or that is no whole number")
    @APIResponse(responseCode = "404", description = "No such text")
    public Preview preview(@RestPath String template, @Valid @NotNull Wanted wanted) {
        Template found = find(template);
        Map<String, String> given = wanted.parameters() == null ? Map.of() : wanted.parameters();
        check(found, given);
        Brand brand = brands.get(caller.tenant());
        List<String> parameters = Examples.fill(found, given);
        String text = Texts.text(found, wanted.language(), brand, parameters);
        if (found.channel() == Channel.SMS) {
            return new Preview(Channel.SMS, null, text, null, GsmAlphabet.parts(text));
        }
        String subject = Texts.subject(found, wanted.language(), brand, parameters);
        return new Preview(found.channel(), subject, text, MailPage.of(brand, subject, text), 0);
    }

    private static Template find(String name) {
        return Arrays.stream(Template.values())
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("no-such-template"));
    }

    private static void check(Template template, Map<String, String> given) {
        given.forEach((name, value) -> {
            boolean fits =
                    template.parameters().contains(name) && (!Template.isNumber(name) || value.matches("\\d{1,18}"));
            if (!fits) {
                throw ProblemException.badRequest("wrong-parameter", name);
            }
        });
    }
}
