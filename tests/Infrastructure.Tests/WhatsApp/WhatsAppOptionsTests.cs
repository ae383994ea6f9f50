using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.Tests.WhatsApp.Support;
using WaSaas.Infrastructure.WhatsApp;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

public sealed class WhatsAppOptionsTests
{
    private static readonly string Key = new('a', 64);

    [Theory]
    [InlineData("Production", WhatsAppNetwork.WhatsApp)]
    [InlineData("Development", WhatsAppNetwork.Sandbox)]
    [InlineData("Staging", WhatsAppNetwork.Sandbox)]
    public void Without_a_setting_the_environment_decides(string environment, WhatsAppNetwork network) =>
        Assert.Equal(network, Build(environment).GetRequiredService<IWhatsAppNetwork>().Kind);

    [Theory]
    [InlineData("Sandbox")]
    [InlineData("Custom")]
    public void In_Production_another_network_is_refused_with_a_way_out(string network)
    {
        var refusal = Refusal("Production", ("Network", network), ("ServerUrl", "ws://127.0.0.1:1/"), ("RootKey", Key));

        Assert.Contains("In Production remove the setting, or set it to WhatsApp.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ws://192.0.2.7:5081/ws/chat")]
    [InlineData("wss://web.whatsapp.com/ws/chat")]
    [InlineData("http://127.0.0.1:5081/")]
    [InlineData("ws://127.0.0.1.example.com/")]
    [InlineData("not a url")]
    [InlineData(null)]
    public void A_custom_server_is_on_this_machine(string? url) =>
        Assert.Contains("WhatsApp:ServerUrl", Refusal("Development", ("Network", "Custom"), ("ServerUrl", url), ("RootKey", Key)), StringComparison.Ordinal);

    [Theory]
    [InlineData("ws://127.0.0.1:5081/ws/chat")]
    [InlineData("ws://localhost:5081/ws/chat")]
    [InlineData("wss://[::1]:5081/ws/chat")]
    public void Loopback_is_this_machine(string url) =>
        Assert.Equal(url, Build("Development", ("Network", "Custom"), ("ServerUrl", url), ("RootKey", Key)).GetRequiredService<IOptions<WhatsAppOptions>>().Value.ServerUrl);

    [Theory]
    [InlineData("RootKey", "abc", "WhatsApp:RootKey")]
    [InlineData("MediaCa", "nowhere.pem", "WhatsApp:MediaCa")]
    [InlineData("SandboxPort", "70000", "SandboxPort")]
    [InlineData("WebVersion", "newest", "WhatsApp:WebVersion")]
    public void What_cannot_be_right_is_named(string setting, string value, string named)
    {
        var settings = new List<(string, string?)> { ("Network", "Custom"), ("ServerUrl", "ws://127.0.0.1:1/"), ("RootKey", Key) };
        settings.RemoveAll(s => s.Item1 == setting);

        Assert.Contains(named, Refusal("Development", [.. settings, (setting, value)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_servers_settings_are_not_silently_ignored() =>
        Assert.Contains("Set WhatsApp:Network to Custom", Refusal("Production", ("ServerUrl", "ws://127.0.0.1:1/")), StringComparison.Ordinal);

    private static IServiceProvider Build(string environment, params (string Name, string? Value)[] settings) => TestHost.Build(
        Path.GetTempPath(), settings.ToDictionary(s => "WhatsApp:" + s.Name, s => s.Value), environment).Services;

    private static string Refusal(string environment, params (string Name, string? Value)[] settings) => Assert.Throws<OptionsValidationException>(
        () => Build(environment, settings).GetRequiredService<IOptions<WhatsAppOptions>>().Value).Message;
}
