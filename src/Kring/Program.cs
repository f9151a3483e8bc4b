using Kring.Start;

return await KringCommands.Root().Parse(args).InvokeAsync();
