package rw.ishemalink.notification.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import rw.ishemalink.notification.brand.Brand;

/** An e-mail's text as a simple page in the brand's colour; nothing is loaded from anywhere. */
public final class MailPage {

    private static final String PAGE = """
            <!doctype html>
            <html><head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;font-family:sans-serif;color:#222">
            <div style="background:%s;color:#fff;padding:12px 20px;font-size:18px">%s</div>
            <div style="padding:20px;max-width:40em">
            %s
            </div></body></html>
            """;

    private MailPage() {}

    /** The page; what people wrote is shown as text and never as markup. */
    public static String of(Brand brand, String subject, String text) {
        String paragraphs = Stream.of(text.split("\n\n"))
                .map(paragraph -> "<p>" + escape(paragraph).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(escape(subject), colour(brand), escape(brand.name()), paragraphs);
    }

    private static String colour(Brand brand) {
        return brand.colour().matches("#[0-9A-Fa-f]{6}") ? brand.colour() : Brand.USUAL_COLOUR;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
