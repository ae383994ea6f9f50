namespace WaSaas.Application.WhatsApp;

/// <summary>The pretend WhatsApp that this host started, for trying the product and for tests.</summary>
public interface ISandboxNetwork
{
    /// <summary>Where its control API listens; null when another network is used or it is not up.</summary>
    Uri? ControlUrl { get; }
}
