using WaSaas.Application.WhatsApp;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class SandboxPageTests : IAsyncLifetime
{
    private const string Phone = "+22890000001";
    private const string Customer = "+22891000001";

    private SandboxProcess _sandbox = null!;
    private PageHost _host = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxProcess.StartAsync();
        _host = await PageHost.StartAsync(_sandbox);
        _visitor = new Visitor(_host.Url);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_first_step_is_a_phone_with_a_number_that_is_suggested()
    {
        var page = await _visitor.GetAsync("/sandbox");

        Assert.Equal(200, page.Status);
        Assert.Contains("Créez le téléphone de la boutique", page.Html);
        Assert.Contains($"""value="{Phone}" """, page.Html);
    }

    [Fact]
    public async Task Both_sides_are_played_without_JavaScript()
    {
        await _visitor.PostAsync("/sandbox", "/sandbox?handler=Phone", ("number", "+228 90 00 00 01"), ("name", "Maison Adjoa"));
        var added = await _visitor.PostAsync("/sandbox", "/sandbox?handler=Customer", ("number", Customer), ("name", "Kossi"), ("phone", Phone));
        Assert.Contains("Kossi", added.Html);

        var asked = await SayAsync("CustomerSays", "C'est combien, le pagne ?");
        var answered = await SayAsync("VendorSays", "8 000 F le mètre.");

        Assert.Equal(2, Count(asked.Html, "C'est combien, le pagne ?</span>"));
        Assert.Equal(2, Count(answered.Html, "8 000 F le mètre.</span>"));
        Assert.Equal($"/sandbox?phone={Uri.EscapeDataString(Phone)}&customer={Uri.EscapeDataString(Customer)}", answered.At, ignoreCase: true);
    }

    [Fact]
    public async Task A_customer_who_has_the_chat_on_the_screen_reads_it()
    {
        await PeopleAsync();
        await SayAsync("VendorSays", "Bonjour Kossi.");

        await _visitor.GetAsync("/sandbox");
        var page = await _visitor.GetAsync("/sandbox");

        Assert.Contains("""<span class="vh">lu</span>""", page.Html);
    }

    [Fact]
    public async Task Scanning_without_a_code_on_Connect_says_what_to_do()
    {
        await PeopleAsync();

        var refused = await _visitor.PostAsync("/sandbox", "/sandbox?handler=Scan", ("phone", Phone));

        Assert.Equal(422, refused.Status);
        Assert.Contains("Aucun code à scanner n’est affiché.", refused.Html);
    }

    [Fact]
    public async Task A_wrong_pairing_code_is_refused_and_stays_in_the_field()
    {
        await PeopleAsync();

        var refused = await _visitor.PostAsync("/sandbox", "/sandbox?handler=Pair", ("phone", Phone), ("code", "abcd-2345"));

        Assert.Equal(422, refused.Status);
        Assert.Contains("value=\"abcd-2345\"", refused.Html);
    }

    [Theory]
    [InlineData("0012")]
    [InlineData("../phones")]
    public async Task What_is_no_number_makes_no_phone(string number)
    {
        var refused = await _visitor.PostAsync("/sandbox", "/sandbox?handler=Phone", ("number", number), ("name", "X"));

        Assert.Equal(422, refused.Status);
        Assert.Contains("+228 90 00 00 01", refused.Html);
        Assert.Empty((await _host.ScopedAsync<ISandboxPhones, IReadOnlyList<SandboxPhone>>(async s => (await s.PhonesAsync(default)).Value!)));
    }

    [Fact]
    public async Task Without_its_network_the_page_says_so_and_stays_up()
    {
        await _sandbox.StopAsync();

        var page = await _visitor.GetAsync("/sandbox");

        Assert.Equal(200, page.Status);
        Assert.Contains("Le bac à sable ne répond pas.", page.Html);
    }

    [Theory]
    [InlineData(WhatsAppNetwork.WhatsApp, "Development")]
    [InlineData(WhatsAppNetwork.Custom, "Development")]
    [InlineData(WhatsAppNetwork.Sandbox, "Production")]
    public async Task It_exists_in_Development_with_the_sandbox_only(WhatsAppNetwork network, string environment)
    {
        await using var other = await PageHost.StartAsync(_sandbox, network, environment);
        using var visitor = new Visitor(other.Url);

        Assert.Equal(404, (await visitor.GetAsync("/sandbox")).Status);
        Assert.Equal(404, (await visitor.GetAsync("/sandbox?handler=Live")).Status);
    }

    private async Task PeopleAsync()
    {
        await _visitor.PostAsync("/sandbox", "/sandbox?handler=Phone", ("number", Phone), ("name", "Maison Adjoa"));
        await _visitor.PostAsync("/sandbox", "/sandbox?handler=Customer", ("number", Customer), ("name", "Kossi"), ("phone", Phone));
    }

    private Task<Seen> SayAsync(string handler, string text) =>
        _visitor.PostAsync("/sandbox", "/sandbox?handler=" + handler, ("phone", Phone), ("customer", Customer), ("text", text));

    private static int Count(string html, string part) => html.Split(part).Length - 1;
}
