namespace WaSaas.WebUI.Security;

/// <summary>The one kind of page whose scripts may ask the visitor for her microphone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesMicrophoneAttribute : Attribute;
