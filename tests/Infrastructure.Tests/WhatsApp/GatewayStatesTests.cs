using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.WhatsApp;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

public sealed class GatewayStatesTests
{
    [Theory]
    [InlineData("connected", SessionReport.Opened)]
    [InlineData("reconnecting", SessionReport.Lost)]
    [InlineData("expired", SessionReport.LinkingEnded)]
    [InlineData("logged_out", SessionReport.LoggedOut)]
    [InlineData("replaced", SessionReport.Replaced)]
    [InlineData("restricted", SessionReport.Restricted)]
    [InlineData("failed", SessionReport.Failed)]
    public void States_of_the_gateway_are_reports(string state, SessionReport report) =>
        Assert.Equal(report, GatewayStates.Meaning(state, null)!.Value.Report);

    [Theory]
    [InlineData("connecting")]
    [InlineData("linked")]
    [InlineData("something newer")]
    public void Others_are_no_news(string state) => Assert.Null(GatewayStates.Meaning(state, null));

    [Theory]
    [InlineData("no_connection")]
    [InlineData("store_failed")]
    public void A_number_that_could_not_be_linked_is_no_link_that_failed(string reason) =>
        Assert.Equal((SessionReport.LinkingEnded, "link_failed"), GatewayStates.Meaning("failed", reason) is var (report, error) ? (report, error!.Code) : default);

    [Theory]
    [InlineData("client_too_old", "client_too_old")]
    [InlineData(null, "failed")]
    public void A_failure_keeps_its_reason(string? reason, string code) => Assert.Equal(code, GatewayStates.Meaning("failed", reason)!.Value.Error!.Code);

    [Theory]
    [InlineData("reconnecting", "stream_error", "stream_error")]
    [InlineData("reconnecting", "timed_out", "no_connection")]
    [InlineData("reconnecting", "unavailable", "no_connection")]
    [InlineData("connected", "deaf", "deaf")]
    public void What_lasts_is_told(string state, string reason, string code)
    {
        Assert.Null(GatewayStates.Meaning(state, reason)!.Value.Error);
        Assert.Equal(code, GatewayStates.Meaning(state, reason, lasting: true)!.Value.Error!.Code);
    }

    [Theory]
    [InlineData("expired", true)]
    [InlineData("logged_out", true)]
    [InlineData("replaced", true)]
    [InlineData("restricted", true)]
    [InlineData("failed", true)]
    [InlineData("connected", false)]
    [InlineData("reconnecting", false)]
    [InlineData("connecting", false)]
    [InlineData("linked", false)]
    public void After_some_the_gateway_has_let_go(string state, bool end) => Assert.Equal(end, GatewayStates.IsEnd(state));
}
